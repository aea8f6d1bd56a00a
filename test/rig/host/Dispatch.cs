using System.Text.Json;
using System.Text.Json.Nodes;
using Rig.Acts;
using Rig.Running;

namespace Rig;

sealed class Dispatch(Channel channel)
{
    public JsonNode? Perform(long id, JsonElement request) => request.Text("op") switch
    {
        "run" => Serialize(new ScriptRun(id, channel).Run(request.Deserialize(Wire.Default.RunRequest)!)),
        "evaluate" => JsonSerializer.SerializeToNode(
            Evaluation.Run(request.Deserialize(Wire.Default.EvaluateRequest)!), Wire.Default.EvaluateResult),
        _ => Act.Perform(request),
    };

    private static JsonNode? Serialize(RunResult result) =>
        JsonSerializer.SerializeToNode(result, Wire.Default.RunResult);
}
