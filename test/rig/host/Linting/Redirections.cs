using System.Management.Automation.Language;

namespace Rig.Linting;

// redirection: the error stream; syntax: the streams that 2.0 cannot redirect.
static class Redirections
{
    public static IEnumerable<Finding> Check(Source source) =>
        source.All<RedirectionAst>().Where(node => node.FromStream != RedirectionStream.Output).Select(node =>
            node.FromStream == RedirectionStream.Error
                ? source.Find("redirection", node.Extent, "the error stream is redirected")
                : source.Later(node.Extent, "redirecting this stream", "3.0"));
}
