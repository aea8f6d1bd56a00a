using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Rig.Signing;

namespace Rig;

sealed record Reply(long Id)
{
    public JsonNode? Result { get; init; }
    public string? Error { get; init; }
    public string? Event { get; init; }
    public Stop? Stop { get; init; }
}

// N counts the executed statements of one run, from 1.
sealed record Stop(int N, int Line, int Column, string Text);

sealed record RunRequest(string Script)
{
    public string[] Arguments { get; set; } = [];
    public Dictionary<string, string?> Environment { get; set; } = [];
    public string? LanguageMode { get; set; }
    public string? Culture { get; set; }
    public string? Confirm { get; set; }
    public bool Stops { get; set; }
    public int? StopAt { get; set; }
    public Injection[] Inject { get; set; } = [];

    public bool Steps => Stops || StopAt is not null || Inject.Length > 0;
}

sealed record Injection(int Line, JsonElement[] Do)
{
    public int Occurrence { get; set; } = 1;
}

sealed record RunResult(int ExitCode, string Stdout, string Stderr, double DurationMs, IReadOnlyList<Stop>? Stops);

sealed record EvaluateRequest(string Code)
{
    public Dictionary<string, JsonElement> Variables { get; set; } = [];
}

sealed record EvaluateResult(IReadOnlyList<string> Output, string Stderr);

sealed record LintRequest(string Script)
{
    public string[] AllowedCommands { get; set; } = [];
    public string[] AllowedTypes { get; set; } = [];
    public string[] NewerTypes { get; set; } = [];
}

sealed record Finding(string Rule, int Line, int Column, string Text);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Reply))]
[JsonSerializable(typeof(RunRequest))]
[JsonSerializable(typeof(RunResult))]
[JsonSerializable(typeof(EvaluateRequest))]
[JsonSerializable(typeof(EvaluateResult))]
[JsonSerializable(typeof(LintRequest))]
[JsonSerializable(typeof(IReadOnlyList<Finding>))]
[JsonSerializable(typeof(SignatureRequest))]
[JsonSerializable(typeof(SignatureReport))]
sealed partial class Wire : JsonSerializerContext;
