/** What cards and READMEs say of the signature that a VBScript has not, and of what to do instead, as Markdown. */
export const notSigned = `Windows 2000 asks for no signature, so a VBScript has none. Before it goes to a server, compare its SHA-256 with that of
a settings card that came by another way: \`certutil -hashfile FILE SHA256\` on Windows 7 and later, \`sha256sum FILE\` on
Linux. Windows 2000 has no program for that. From then on keep it where only administrators can write.`;
