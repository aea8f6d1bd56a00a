using System.Management.Automation.Language;

namespace Rig.Linting;

// syntax: variables that the engine itself sets, since 3.0 or later.
static class Variables
{
    private static readonly HashSet<string> later = new(StringComparer.OrdinalIgnoreCase)
    {
        "PSItem", "PSScriptRoot", "PSCommandPath", "PSDefaultParameterValues", "PSModuleAutoLoadingPreference",
        "InformationPreference", "PSEdition", "PSStyle", "IsWindows", "IsLinux", "IsMacOS", "IsCoreCLR",
        "PSNativeCommandUseErrorActionPreference", "PSNativeCommandArgumentPassing", "EnabledExperimentalFeatures",
    };

    public static IEnumerable<Finding> Check(Source source) =>
        source.All<VariableExpressionAst>()
            .Where(variable => later.Contains(variable.VariablePath.UserPath.Split(':')[^1]))
            .Select(variable => source.Later(variable.Extent, "this variable", "3.0 or later"));
}
