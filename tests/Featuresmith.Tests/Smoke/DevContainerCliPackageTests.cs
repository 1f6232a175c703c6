using Featuresmith.Smoke;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Smoke;

[Platform("Unix,Linux,MacOsX")]
public class DevContainerCliPackageTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder()
    {
        folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "bin"));
    }

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void The_version_is_that_of_the_package_that_the_program_is_a_link_into()
    {
        Install("""{ "name": "@devcontainers/cli", "version": "0.87.0" }""");
        Version().ShouldBe("0.87.0");
    }

    [TestCase("""{ "name": "somebody-elses", "version": "0.87.0" }""")]
    [TestCase("""{ "version": "0.87.0" }""")]
    [TestCase("""{ "name": "@devcontainers/cli" }""")]
    [TestCase("""{ "name": 1, "version": 2 }""")]
    [TestCase("""["@devcontainers/cli"]""")]
    [TestCase("not json")]
    public void Another_package_says_nothing(string package)
    {
        Install(package);
        Version().ShouldBeNull();
    }

    [Test]
    public void A_program_that_is_no_link_says_nothing()
    {
        folder.Write("bin/devcontainer", "#!/bin/sh\n");
        folder.Write("bin/package.json", """{ "name": "@devcontainers/cli", "version": "0.87.0" }""");
        Version().ShouldBeNull();
    }

    [Test]
    public void Links_in_a_circle_and_an_absent_program_say_nothing()
    {
        Version().ShouldBeNull();
        File.CreateSymbolicLink(Path.Combine(folder.Path, "bin/devcontainer"), "devcontainer");
        Version().ShouldBeNull();
    }

    private void Install(string package)
    {
        folder.Write("lib/node_modules/@devcontainers/cli/devcontainer.js", "#!/usr/bin/env node\n");
        folder.Write("lib/node_modules/@devcontainers/cli/package.json", package);
        File.CreateSymbolicLink(
            Path.Combine(folder.Path, "bin/devcontainer"),
            "../lib/node_modules/@devcontainers/cli/devcontainer.js"
        );
    }

    private string? Version() =>
        DevContainerCliPackage.Version("devcontainer", $"/nowhere{Path.PathSeparator}{folder.Path}/bin");
}
