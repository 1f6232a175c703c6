using Featuresmith.Cli;
using Featuresmith.Tests.Validation;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Cli;

public class GraphCommandTests
{
    private SmallCollection collection = null!;

    [SetUp]
    public void MakeCollection() =>
        collection = new SmallCollection()
            .Feature("app", "\"dependsOn\": { \"./base\": {}, \"registry.example.test/o/f/far:1\": {} }")
            .Feature("base", "\"installsAfter\": [\"./first\"]")
            .Feature("first")
            .Feature("single");

    [TearDown]
    public void RemoveCollection() => collection.Dispose();

    [Test]
    public async Task A_tree_for_the_terminal() =>
        (await GraphAsync()).ShouldBe(
            new CommandLine(
                ExitCode.Clean,
                """
                app
                ├── base
                │   └── first (installed after)
                └── registry.example.test/o/f/far
                single

                """,
                ""
            )
        );

    [Test]
    public async Task A_flowchart_for_Markdown() =>
        (await GraphAsync("--format", "mermaid")).Output.ShouldBe(
            """
            flowchart LR
              f0["app"]
              f1["base"]
              f2["first"]
              f3["single"]
              f4(["registry.example.test/o/f/far"])
              f0 --> f1
              f0 --> f4
              f1 -.-> f2

            """
        );

    [Test]
    public async Task A_graph_for_Graphviz() =>
        (await GraphAsync("--format", "dot")).Output.ShouldBe(
            """
            digraph features {
              rankdir=LR;
              node [shape=box];
              "app";
              "base";
              "first";
              "single";
              "registry.example.test/o/f/far" [style=rounded];
              "app" -> "base";
              "app" -> "registry.example.test/o/f/far";
              "base" -> "first" [style=dashed];
            }

            """
        );

    [Test]
    public async Task One_Feature_with_what_it_needs_and_one_with_what_needs_it()
    {
        (await GraphAsync("-f", "base")).Output.ShouldBe("base\n└── first (installed after)\n");
        (await GraphAsync("-f", "base", "--dependents")).Output.ShouldBe("app\n└── base\n");
    }

    [Test]
    public async Task A_cycle_is_named_and_fails_in_every_format()
    {
        collection.Feature("base", "\"dependsOn\": { \"./app\": {} }");
        foreach (var format in new[] { "tree", "mermaid", "dot" })
        {
            var run = await GraphAsync("--format", format);
            run.Code.ShouldBe(ExitCode.Findings);
            run.Error.ShouldBe(
                "cycle: app -> base -> app; no install order exists, so every build with one of them stops\n"
            );
        }

        (await GraphAsync()).Output.ShouldContain("app\n├── base\n│   └── app (see above)\n");
        (await GraphAsync("--json")).Output.ShouldContain(
            "\"cycles\": [\n    [\n      \"app\",\n      \"base\"\n    ]\n  ]"
        );
    }

    [Test]
    public async Task A_cycle_that_only_an_order_makes_is_another_and_a_Feature_may_wait_for_itself()
    {
        collection
            .Feature("base", "\"installsAfter\": [\"./app\"]")
            .Feature("single", "\"dependsOn\": { \"./single\": {} }");
        (await GraphAsync()).Error.ShouldBe(
            "cycle: app -> base -> app; no install order exists where all of them are asked for\n"
                + "cycle: single -> single; no install order exists, so every build with one of them stops\n"
        );
    }

    [Test]
    public async Task An_unknown_Feature_is_a_usage_error() =>
        (await GraphAsync("-f", "nobody")).Code.ShouldBe(ExitCode.Usage);

    private Task<CommandLine> GraphAsync(params string[] more) =>
        CommandLine.RunAsync(["graph", collection.Folder.Path, .. more]);
}
