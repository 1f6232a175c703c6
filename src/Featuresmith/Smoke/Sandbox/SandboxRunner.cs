using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using Featuresmith.Definitions;
using Featuresmith.Diagnostics;

namespace Featuresmith.Smoke.Sandbox;

/// <summary>
/// Runs install.sh once with the defaults and once for each value, and compares what was asked of the stubs and what was
/// written. Proves that a value reaches something, not that it works: this is no smoke test.
/// </summary>
/// <param name="collection">The collection.</param>
/// <param name="settings">How the run behaves; cache and retries mean nothing here.</param>
[UnsupportedOSPlatform("windows")]
public sealed class SandboxRunner(SmokeCollection collection, SmokeSettings settings)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<SandboxRecord>>> baselines = new();

    /// <summary>Runs cases side by side.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="begun">Called when a case begins; from any thread.</param>
    /// <param name="ended">Called once a case, from one thread at a time.</param>
    /// <param name="cancellation">Ends the run; its folders are removed first.</param>
    /// <exception cref="EnvironmentLackException">The host cannot make namespaces.</exception>
    public async Task<IReadOnlyList<SmokeResult>> RunAsync(
        IReadOnlyList<SandboxCase> cases,
        Action<SmokeCase> begun,
        Action<SmokeResult> ended,
        CancellationToken cancellation
    )
    {
        await SandboxNamespace.EnsureAsync(cancellation);
        Directory.CreateDirectory(settings.LogFolder);
        using var workspaces = RunFolder.Create(SmokeNames.NewRun());
        var results = new SmokeResult[cases.Count];
        var gate = new Lock();
        var clock = Stopwatch.StartNew();
        await Parallel.ForAsync(
            0,
            cases.Count,
            new ParallelOptions { MaxDegreeOfParallelism = settings.Jobs, CancellationToken = cancellation },
            async (index, token) =>
            {
                begun(cases[index].AsSmokeCase);
                var began = clock.Elapsed;
                var result = await JudgeAsync(cases[index], workspaces.Path, token);
                lock (gate)
                {
                    results[index] = result with { Began = began, Duration = clock.Elapsed - began };
                    ended(results[index]);
                }
            }
        );
        return results;
    }

    private async Task<SmokeResult> JudgeAsync(
        SandboxCase sandboxCase,
        string workspaces,
        CancellationToken cancellation
    )
    {
        var usual = await BaselineAsync(sandboxCase, sandboxCase.With, "1", workspaces, cancellation);
        var tried = usual;
        IReadOnlyList<string> differences = [];
        string? reason;
        if (sandboxCase.Value is null)
        {
            reason =
                $"nobody says which values option {sandboxCase.Option} takes: give it proposals, use it in a scenario, "
                + $"or list values in {SandboxDeclarations.FileName}";
        }
        else if (sandboxCase.Option.Length == 0)
        {
            reason = JudgeEnd(sandboxCase, usual);
        }
        else if (usual.ExitCode != 0 && sandboxCase is { FailsWith: null, With.Count: 0 })
        {
            reason = $"install.sh ends with {usual.ExitCode} without this value too, so nothing can be compared";
        }
        else
        {
            var options = new Dictionary<string, string>(sandboxCase.With) { [sandboxCase.Option] = sandboxCase.Value };
            tried = await RunAsync(sandboxCase, options, workspaces, cancellation);
            // What differs between two runs with the same options differs by chance.
            var again = await BaselineAsync(sandboxCase, sandboxCase.With, "2", workspaces, cancellation);
            var noise = again.Differences(usual).Select(Subject).ToHashSet();
            differences = [.. tried.Differences(usual).Where(difference => !noise.Contains(Subject(difference)))];
            reason =
                JudgeEnd(sandboxCase, tried)
                ?? (sandboxCase.FailsWith is null ? JudgeDifferences(sandboxCase, differences) : null);
        }

        return new SmokeResult(
            sandboxCase.AsSmokeCase,
            reason is null ? SmokeVerdict.Passed : SmokeVerdict.Failed,
            reason,
            TimeSpan.Zero,
            await WriteLogAsync(sandboxCase, tried, differences, cancellation),
            []
        );
    }

    private static string? JudgeEnd(SandboxCase sandboxCase, SandboxRecord record) =>
        sandboxCase.FailsWith is not { } text
            ? record.ExitCode == 0
                ? null
                : $"install.sh ended with {record.ExitCode}"
            : record.ExitCode == 0
                ? $"install.sh was to end with an error and \"{text}\", and ended with 0"
                : record.Output.Contains(text, StringComparison.Ordinal)
                    ? null
                    : $"install.sh ended with an error as it should, but without saying \"{text}\"";

    private static string? JudgeDifferences(SandboxCase sandboxCase, IReadOnlyList<string> differences) =>
        (differences.Count, sandboxCase.SameBecause) switch
        {
            (0, null) =>
                $"option {sandboxCase.Option}: {sandboxCase.Value} reaches nothing: no command is asked otherwise and no file "
                    + $"written otherwise than without it; if that is meant, say why in {SandboxDeclarations.FileName}",
            (> 0, { } because) =>
                $"{SandboxDeclarations.FileName} says that {sandboxCase.Value} changes nothing ({because}), but: {differences[0]}",
            _ => null,
        };

    private Task<SandboxRecord> BaselineAsync(
        SandboxCase sandboxCase,
        IReadOnlyDictionary<string, string> options,
        string which,
        string workspaces,
        CancellationToken cancellation
    )
    {
        var key = string.Join(
            '\n',
            options
                .Select(option => $"{option.Key}={option.Value}")
                .Prepend(which)
                .Prepend(sandboxCase.Distribution.Image)
                .Prepend(sandboxCase.Feature)
        );
        return baselines
            .GetOrAdd(
                key,
                _ => new Lazy<Task<SandboxRecord>>(() => RunAsync(sandboxCase, options, workspaces, cancellation))
            )
            .Value;
    }

    private async Task<SandboxRecord> RunAsync(
        SandboxCase sandboxCase,
        IReadOnlyDictionary<string, string> options,
        string workspaces,
        CancellationToken cancellation
    )
    {
        var root = Path.Combine(workspaces, Guid.NewGuid().ToString("N"));
        var tests = Path.Combine(collection.Tests, sandboxCase.Feature);
        var declared = SandboxDeclarations.Read(tests, new DiagnosticBag());
        SandboxRoot.Create(
            root,
            Path.Combine(collection.Sources, sandboxCase.Feature),
            tests,
            sandboxCase.Distribution,
            declared
        );
        MakeExecutable(Path.Combine(root, SandboxRoot.FeatureFolder, "install.sh"));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(settings.Timeout);
        var before = SandboxRecord.ReadFiles(root, IsOurs);
        int exitCode;
        string output;
        try
        {
            (exitCode, output) = await SandboxNamespace.RunAsync(
                root,
                Environment(sandboxCase.Feature, options),
                limit.Token
            );
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            (exitCode, output) = (124, $"did not end within {settings.Timeout.TotalMinutes:0.#} minutes\n");
        }

        var after = SandboxRecord.ReadFiles(root, IsOurs);
        var written = after
            .Where(file => before.GetValueOrDefault(file.Key) != file.Value)
            .Concat(before.Keys.Except(after.Keys).Select(path => KeyValuePair.Create(path, "removed")))
            .ToDictionary();
        var calls = SandboxRecord.ReadCalls(Path.Combine(root, SandboxRoot.Own, "calls"));
        Directory.Delete(root, recursive: true);
        return new SandboxRecord(exitCode, output, calls, written);
    }

    // The variables that the devcontainers CLI gives to install.sh (containerFeatures.ts, getFeatureEnvVariables), and its PATH.
    private Dictionary<string, string> Environment(string feature, IReadOnlyDictionary<string, string> options)
    {
        var environment = new Dictionary<string, string>
        {
            ["PATH"] = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            ["HOME"] = "/root",
            ["_REMOTE_USER"] = SandboxRoot.RemoteUser,
            ["_REMOTE_USER_HOME"] = $"/home/{SandboxRoot.RemoteUser}",
            ["_CONTAINER_USER"] = "root",
            ["_CONTAINER_USER_HOME"] = "/root",
        };
        foreach (var option in SandboxPlan.Options(collection, feature, new DiagnosticBag()))
        {
            var value = options.GetValueOrDefault(option.Id.Value) ?? option.DefaultText ?? "";
            environment[option.EnvironmentName] = value;
        }

        return environment;
    }

    private async Task<string> WriteLogAsync(
        SandboxCase sandboxCase,
        SandboxRecord record,
        IReadOnlyList<string> differences,
        CancellationToken cancellation
    )
    {
        var file = Path.Combine(settings.LogFolder, $"{sandboxCase.AsSmokeCase.SafeName}.log");
        string[] lines =
        [
            "# what the stubs were asked",
            .. record.Calls,
            "",
            "# what install.sh printed",
            record.Output.TrimEnd('\n'),
            "",
            string.Create(
                CultureInfo.InvariantCulture,
                $"# what differs from the run without this value: {differences.Count}"
            ),
            .. differences,
        ];
        await File.WriteAllLinesAsync(file, lines, cancellation);
        return file;
    }

    // The path of a file, or the name of a program: what chance changed once it can change again, to something else.
    private static string Subject(string difference)
    {
        var (kind, text) = difference.Split(": ", 2) is [var first, var second] ? (first, second) : (difference, "");
        return kind == "written" ? text : text.Split(' ')[0];
    }

    private static bool IsOurs(string path) =>
        path is $"/{SandboxRoot.Own}" or "/.host" or "/.old" or "/proc" or "/dev" or "/tmp";

    private static void MakeExecutable(string file)
    {
        if (File.Exists(file))
        {
            File.SetUnixFileMode(file, File.GetUnixFileMode(file) | UnixFileMode.UserExecute);
        }
    }
}
