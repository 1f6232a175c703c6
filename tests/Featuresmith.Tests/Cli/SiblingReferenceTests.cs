using Featuresmith.Cli;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Cli;

public class SiblingReferenceTests
{
    private SmallRepository repository = null!;

    [SetUp]
    public void MakeRepository()
    {
        repository = new SmallRepository();
        repository.Folder.Write("templates/bye/devcontainer-feature.json.sbn", "{{ metadata | to_json }}\n");
        repository.Folder.Write("templates/bye/install.sh", "#!/bin/sh\nset -e\ntrue\n");
        Depend("""{ "hello": { "greeting": "hey" }, "other.example.test/features/else:2": {} }""");
    }

    [TearDown]
    public void RemoveRepository() => repository.Dispose();

    [TestCase("1.4.2", "1")]
    [TestCase("0.9.0", "0")]
    public async Task A_dependency_on_a_Feature_of_the_collection_is_generated_as_people_reach_it(
        string version,
        string major
    )
    {
        Say("""{ "name": "Small", "registry": "localhost:5000", "namespace": "small/features" }""");
        repository.Folder.Write(
            "templates/hello/feature.jsonc",
            SmallRepository.Definition.Replace("1.0.0", version, StringComparison.Ordinal)
        );
        // Alone too: then nobody else reads the other definition.
        var run = await repository.GenerateAsync("-f", "bye");
        run.Code.ShouldBe(ExitCode.Clean, run.Output);
        repository
            .Folder.Read("features/src/bye/devcontainer-feature.json")
            .ShouldContain(
                $$"""
                  "dependsOn": {
                    "localhost:5000/small/features/hello:{{major}}": {
                      "greeting": "hey"
                    },
                    "other.example.test/features/else:2": {}
                  }
                """
            );
        var definition = Path.Combine(repository.Folder.Path, "templates/bye/feature.jsonc");
        (await CommandLine.RunAsync("validate", definition)).Code.ShouldBe(ExitCode.Clean);
        (await repository.GenerateAsync()).Code.ShouldBe(ExitCode.Clean);
        (await repository.GenerateAsync("--check")).Code.ShouldBe(ExitCode.Clean);
    }

    [Test]
    public async Task A_collection_that_does_not_say_where_it_is_published_is_told_once_at_the_dependency()
    {
        Say("""{ "name": "Small", "namespace": "small/features" }""");
        var run = await repository.GenerateAsync();
        run.Code.ShouldBe(ExitCode.Findings);
        run.Output.ShouldContain(
            "templates/bye/feature.jsonc:1:80: error FS604: nobody can say how \"hello\" is reached once it is published"
        );
        run.Output.ShouldContain("say \"registry\" and \"namespace\" in features/collection.jsonc");
        run.Output.Split("FS604").Length.ShouldBe(2);
        Directory.Exists(Path.Combine(repository.Folder.Path, "features/src")).ShouldBeFalse();
    }

    private void Depend(string on) =>
        repository.Folder.Write(
            "templates/bye/feature.jsonc",
            $$"""{ "metadata": { "id": "bye", "version": "1.0.0", "name": "Bye", "dependsOn": {{on}} } }"""
        );

    private void Say(string settings) => repository.Folder.Write("features/collection.jsonc", settings);
}
