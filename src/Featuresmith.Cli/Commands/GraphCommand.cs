using System.CommandLine;
using Featuresmith.Definitions;
using Featuresmith.Graphs;
using Featuresmith.Reporting;

namespace Featuresmith.Cli.Commands;

/// <summary>Draws which Features need which.</summary>
internal static class GraphCommand
{
    public static Command Build()
    {
        var path = new Argument<string?>("PATH")
        {
            Description =
                "A Feature's folder, a folder of Features, or a repository, ours or anybody's (default: the collection around the current folder)",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var features = CommonOptions.Features();
        features.Description = "Only these Features and what they need (default: all)";
        var dependents = new Option<bool>("--dependents")
        {
            Description = "With -f: these Features and those that need them",
        };
        var format = new Option<string>("--format")
        {
            Description = "tree for a terminal, mermaid for Markdown, dot for Graphviz",
            DefaultValueFactory = _ => "tree",
        };
        format.AcceptOnlyFromAmong("tree", "mermaid", "dot");
        var command = new VerbCommand(
            "graph",
            "Draw which Features depend on which, and which are installed after which; name the cycles.",
            "featuresmith graph --format mermaid"
        )
        {
            path,
            features,
            dependents,
            format,
        };
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var here = Directory.GetCurrentDirectory();
            var (target, collection, bag) = CollectionAtPath.Read(
                parsed.GetValue(path) ?? CollectionRepository.Find(here)?.Root ?? here
            );
            if (bag.HasErrors)
            {
                new TextReport(error, colour: false).Write(bag.Sorted());
                return ExitCode.Findings;
            }

            var ids = CollectionAtPath.Chosen(target, collection, parsed.GetValue(features) ?? []);
            var whole = FeatureGraph.Of(
                collection with
                {
                    Namespace = target.Settings(CommonOptions.Show, bag)?.Namespace?.Value,
                }
            );
            var graph =
                ids.Count == 0 ? whole
                : parsed.GetValue(dependents) ? whole.Above(ids)
                : whole.Below(ids);
            var cycles = FeatureCycle.In(graph);
            Write(parsed.WantsJson() ? "json" : parsed.GetValue(format)!, graph, cycles, output);
            foreach (var cycle in cycles)
            {
                error.WriteLine(
                    cycle.IsHard
                        ? $"cycle: {cycle.Way}; no install order exists, so every build with one of them stops"
                        : $"cycle: {cycle.Way}; no install order exists where all of them are asked for"
                );
            }

            return cycles.Count > 0 ? ExitCode.Findings : ExitCode.Clean;
        });
        return command;
    }

    private static void Write(string format, FeatureGraph graph, IReadOnlyList<FeatureCycle> cycles, TextWriter output)
    {
        switch (format)
        {
            case "mermaid":
                MermaidGraph.Write(graph, output);
                break;
            case "dot":
                DotGraph.Write(graph, output);
                break;
            case "json":
                JsonGraph.Write(graph, cycles, output);
                break;
            default:
                TreeGraph.Write(graph, output);
                break;
        }
    }
}
