using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace Rig.Linting;

// syntax: numbers and escapes, as they are written.
static partial class Literals
{
    public static IEnumerable<Finding> Check(Source source)
    {
        Token[] tokens = [.. source.Tokens.SelectMany(WithNested)];
        // The text of a string has that of the tokens nested in it.
        IEnumerable<Token> texts = source.Tokens.Where(token => token is StringExpandableToken || token.Kind == TokenKind.Generic);
        return tokens.OfType<NumberToken>().Where(token => !OldNumber().IsMatch(token.Text))
            .Select(token => source.Later(token.Extent, "this form of a number", "6.0 or later"))
            .Concat(texts.Where(token => NewEscape().IsMatch(token.Text))
                .Select(token => source.Later(token.Extent, "the escape `e or `u{}", "6.0")));
    }

    private static IEnumerable<Token> WithNested(Token token) =>
        token is StringExpandableToken { NestedTokens: { } nested } ? nested.SelectMany(WithNested).Prepend(token) : [token];

    [GeneratedRegex("^[+-]?(0x[0-9a-f]+|([0-9]+(\\.[0-9]*)?|\\.[0-9]+)(e[+-]?[0-9]+)?)[ld]?([kmgtp]b)?$", RegexOptions.IgnoreCase)]
    private static partial Regex OldNumber();

    // An odd number of backticks, then e or u{: an even number is backticks themselves.
    [GeneratedRegex("(?<!`)(``)*`(e|u\\{)")]
    private static partial Regex NewEscape();
}
