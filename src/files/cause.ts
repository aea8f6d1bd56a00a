/** Gives what went wrong with a file, without the call and the paths that Node.js adds, of which one may be a temporary name. */
export function causeOf(error: Error): string {
  return error.message.split(",")[0] ?? error.message;
}
