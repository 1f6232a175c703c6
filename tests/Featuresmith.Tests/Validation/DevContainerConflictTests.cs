using Featuresmith.Cli;
using Featuresmith.Tests.Cli;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Validation;

public class DevContainerConflictTests
{
    [Test]
    public async Task Two_Features_of_a_devcontainer_json_that_own_one_entrypoint_are_a_conflict()
    {
        using var folder = new TemporaryFolder();
        foreach (var id in new[] { "one", "two" })
        {
            folder.Write(
                $".devcontainer/{id}/devcontainer-feature.json",
                $$"""{ "id": "{{id}}", "version": "1.0.0", "name": "{{id}}", "entrypoint": "/usr/local/share/init.sh" }"""
            );
            folder.Write($".devcontainer/{id}/install.sh", "#!/bin/sh\nset -e\n");
        }

        folder.Write(
            ".devcontainer/devcontainer.json",
            "{ \"image\": \"debian:trixie\", \"features\": { \"./one\": {}, \"./two\": {} } }"
        );
        var run = await CommandLine.RunAsync(
            "validate",
            Path.Combine(folder.Path, ".devcontainer", "devcontainer.json")
        );
        run.Code.ShouldBe(ExitCode.Findings);
        run.Output.ShouldContain("FS321");
    }
}
