using System.Globalization;
using System.Runtime.CompilerServices;
using Featuresmith.Benchmarks.Publishing;
using Featuresmith.Benchmarks.Validation;

namespace Featuresmith.Benchmarks.Consuming;

/// <summary>
/// <c>lock-vs-cli</c>: the lock file of a devcontainer.json with 20 Features, and what is outdated in it, by us and by the devcontainers
/// CLI in turn, as whole processes, from one registry on this machine.
/// </summary>
internal static class LockComparison
{
    private const int Features = 20;
    private const int Rounds = 9;

    public static int Run()
    {
        var repository = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", ".."));
        var work = Directory.CreateTempSubdirectory("featuresmith-lock-bench-");
        try
        {
            var program = PublishedProgram.Publish(repository, Path.Combine(work.FullName, "program"));
            using var registry = new RegistryProcess(Path.Combine(work.FullName, "registry"));
            var collection = Path.Combine(work.FullName, "collection");
            var workspace = Workspace(work.FullName, registry.Host, collection);
            ProcessCost.Of(program, "publish", collection, "-r", registry.Host, "-n", "bench/features");
            var rows = Enumerable.Range(0, Rounds).SelectMany(_ => Round(program, workspace)).ToList();
            Console.WriteLine($"{Features} Features, {Rounds} rounds, medians of wall time");
            foreach (var step in rows.GroupBy(row => row.Step))
            {
                var (ours, theirs) = (Median(step.Select(row => row.Ours)), Median(step.Select(row => row.Theirs)));
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{step.Key, -10} ours {ours, 6:F0} ms, CLI {theirs, 6:F0} ms, ratio 1/{theirs / ours:F1}"
                    )
                );
            }
        }
        finally
        {
            work.Delete(recursive: true);
        }

        return 0;
    }

    private static IEnumerable<(string Step, double Ours, double Theirs)> Round(string program, string workspace)
    {
        foreach (var verb in new[] { "upgrade", "outdated" })
        {
            string[] arguments = [verb, "--workspace-folder", workspace];
            yield return (
                verb,
                ProcessCost.Of(program, arguments).Milliseconds,
                ProcessCost.Of("devcontainer", arguments).Milliseconds
            );
        }
    }

    private static string Workspace(string work, string host, string collection)
    {
        var ids = Enumerable.Range(0, Features).Select(number => $"tool-{number}").ToList();
        foreach (var id in ids)
        {
            var folder = Directory.CreateDirectory(Path.Combine(collection, "src", id)).FullName;
            File.WriteAllText(
                Path.Combine(folder, "devcontainer-feature.json"),
                $$"""{ "id": "{{id}}", "version": "1.0.0", "name": "{{id}}" }"""
            );
            File.WriteAllText(Path.Combine(folder, "install.sh"), "#!/bin/sh\nset -e\ntrue\n");
        }

        var workspace = Directory.CreateDirectory(Path.Combine(work, "workspace")).FullName;
        var entries = ids.Select(id => $"\"{host}/bench/features/{id}:1\": {{}}");
        File.WriteAllText(
            Path.Combine(workspace, ".devcontainer.json"),
            $"{{ \"features\": {{ {string.Join(", ", entries)} }} }}"
        );
        return workspace;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
