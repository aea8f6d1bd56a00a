using System.Reflection;

namespace Rig.Linting;

static class Overloads
{
    public static bool Takes(MethodBase method, int count)
    {
        ParameterInfo[] parameters = method.GetParameters();
        int required = parameters.Count(parameter => !parameter.IsOptional && !IsRest(parameter));
        return count >= required && (count <= parameters.Length || parameters.Any(IsRest));
    }

    private static bool IsRest(ParameterInfo parameter) =>
        parameter.CustomAttributes.Any(attribute => attribute.AttributeType.FullName == typeof(ParamArrayAttribute).FullName);
}
