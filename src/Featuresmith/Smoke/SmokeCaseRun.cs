namespace Featuresmith.Smoke;

/// <summary>One case from its workspace to its verdict. What it made is removed by its caller, whatever happens here.</summary>
/// <param name="collection">The collection.</param>
/// <param name="engine">The engine.</param>
/// <param name="smokeCase">The case.</param>
/// <param name="names">The names that belong to it.</param>
/// <param name="log">Receives the transcript as it grows, for people.</param>
/// <param name="transcript">Receives the same, for judging.</param>
internal sealed class SmokeCaseRun(
    SmokeCollection collection,
    ContainerEngine engine,
    SmokeCase smokeCase,
    SmokeNames names,
    TextWriter log,
    StringWriter transcript
)
{
    /// <summary>The checks that have run so far.</summary>
    public IReadOnlyList<SmokeCheck> Checks => SmokeCheck.In(transcript.ToString());

    /// <summary>Runs the case.</summary>
    /// <param name="folder">The workspace to make.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Why it did not pass; null where it did.</returns>
    public async Task<string?> RunAsync(string folder, CancellationToken cancellation)
    {
        var hasScript = HasScript(smokeCase.Script);
        var hasHostScript = HasScript(smokeCase.HostScript);
        if (!hasScript && !hasHostScript && smokeCase.FailsWith is null)
        {
            return $"scenario \"{smokeCase.Scenario}\" has no script test/{smokeCase.Feature}/{smokeCase.Script}";
        }

        var stage = SmokeStage.Create(collection, smokeCase, folder);
        var process = new ProcessRunner(new TeeWriter(log, transcript));
        var cli = new DevContainerCli(
            engine.Path,
            [names.CaseLabel, names.RunLabel],
            // One for the whole run: the CLI keeps a list from the network there, and asks for it once.
            Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(folder)!, "cli")).FullName
        );
        var failure = await cli.UpAsync(stage, process, cancellation);
        if (smokeCase.FailsWith is { } text)
        {
            return JudgeFailure(failure, text);
        }

        return failure
            ?? (hasHostScript ? await HostScriptAsync(stage, process, cancellation) : null)
            ?? (hasScript ? await ScriptAsync(cli, stage, process, cancellation) : null);
    }

    private bool HasScript(string name) => File.Exists(Path.Combine(collection.Tests, smokeCase.Feature, name));

    private string? JudgeFailure(string? failure, string text) =>
        failure is null ? "the container came up, and it should not have"
        : transcript.ToString().Contains(text, StringComparison.Ordinal) ? null
        : $"it failed as it should, but without saying \"{text}\"";

    private async Task<string?> ScriptAsync(
        DevContainerCli cli,
        SmokeStage stage,
        ProcessRunner process,
        CancellationToken cancellation
    )
    {
        string[] command = [$"./{smokeCase.Script}"];
        var code = await cli.ExecAsync(stage, smokeCase.Environment, command, process, cancellation);
        return Verdict(smokeCase.Script, code);
    }

    // What cannot be done from inside: stopping and starting the container, a second container beside it.
    private async Task<string?> HostScriptAsync(SmokeStage stage, ProcessRunner process, CancellationToken cancellation)
    {
        var containers = await engine.ContainersAsync(names.CaseLabel, cancellation);
        var environment = new Dictionary<string, string>
        {
            ["CONTAINER_ID"] = containers[0],
            ["ENGINE"] = engine.Path,
            ["CASE_NAME"] = names.Case,
            ["CASE_LABEL"] = names.CaseLabel,
            ["BASE_IMAGE"] = smokeCase.BaseImage,
        };
        var script = Path.Combine(stage.Folder, smokeCase.HostScript);
        var result = await process.RunAsync(script, [], cancellation, stage.Folder, environment);
        return Verdict(smokeCase.HostScript, result.ExitCode);
    }

    private static string? Verdict(string script, int code) => code == 0 ? null : $"{script} ended with {code}";
}
