using System.Management.Automation.Language;

namespace Rig.Linting;

// syntax: attributes of 2.0, the names of their arguments, and each of these with a value.
static class Attributes
{
    private static readonly Dictionary<string, string[]> known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["CmdletBinding"] = ["SupportsShouldProcess", "ConfirmImpact", "DefaultParameterSetName"],
        ["Parameter"] =
        [
            "Mandatory", "Position", "ParameterSetName", "ValueFromPipeline", "ValueFromPipelineByPropertyName",
            "ValueFromRemainingArguments", "HelpMessage", "HelpMessageBaseName", "HelpMessageResourceId",
        ],
        ["ValidateSet"] = ["IgnoreCase"],
        ["ValidatePattern"] = ["Options"],
        ["Alias"] = [],
        ["AllowNull"] = [],
        ["AllowEmptyString"] = [],
        ["AllowEmptyCollection"] = [],
        ["OutputType"] = [],
        ["ValidateCount"] = [],
        ["ValidateLength"] = [],
        ["ValidateRange"] = [],
        ["ValidateScript"] = [],
        ["ValidateNotNull"] = [],
        ["ValidateNotNullOrEmpty"] = [],
    };

    public static IEnumerable<Finding> Check(Source source) => source.All<AttributeAst>().SelectMany(attribute => Check(source, attribute));

    private static IEnumerable<Finding> Check(Source source, AttributeAst attribute)
    {
        if (!known.TryGetValue(attribute.TypeName.Name, out string[]? names))
        {
            yield return source.Later(attribute.Extent, "this attribute", "3.0 or later");
            yield break;
        }
        foreach (NamedAttributeArgumentAst argument in attribute.NamedArguments)
        {
            if (!names.Contains(argument.ArgumentName, StringComparer.OrdinalIgnoreCase))
            {
                yield return source.Later(argument.Extent, "this argument of an attribute", "3.0 or later");
            }
            else if (argument.ExpressionOmitted)
            {
                yield return source.Later(argument.Extent, "an attribute's argument without a value", "3.0");
            }
        }
    }
}
