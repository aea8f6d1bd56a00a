using System.Text.Json;
using System.Text.Json.Nodes;
using Rig.Acts;
using Rig.Linting;
using Rig.Running;
using Rig.Signing;

namespace Rig;

sealed class Dispatch(Channel channel)
{
    public JsonNode? Perform(long id, JsonElement request) => request.Text("op") switch
    {
        "run" => JsonSerializer.SerializeToNode(
            new ScriptRun(id, channel).Run(request.Deserialize(Wire.Default.RunRequest)!), Wire.Default.RunResult),
        "evaluate" => JsonSerializer.SerializeToNode(
            Evaluation.Run(request.Deserialize(Wire.Default.EvaluateRequest)!), Wire.Default.EvaluateResult),
        "lint" => JsonSerializer.SerializeToNode(
            Linter.Lint(request.Deserialize(Wire.Default.LintRequest)!), Wire.Default.IReadOnlyListFinding),
        "signature" => JsonSerializer.SerializeToNode(
            Verifier.Verify(request.Deserialize(Wire.Default.SignatureRequest)!), Wire.Default.SignatureReport),
        _ => Act.Perform(request),
    };
}
