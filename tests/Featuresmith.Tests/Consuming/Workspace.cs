using Featuresmith.Tests.Cli;

namespace Featuresmith.Tests.Consuming;

/// <summary>A project with a devcontainer.json, and the verbs run in it. Nothing asks a network.</summary>
internal sealed class Workspace : IDisposable
{
    public const string Host = "registry.example.test";
    public const string Ours = $"{Host}/featuresmith/features";
    public const string Usual = ".devcontainer/devcontainer.json";

    public TemporaryFolder Folder { get; } = new();

    public string Text => Folder.Read(Usual);

    /// <summary>Writes devcontainer.json.</summary>
    public Workspace With(string text)
    {
        Folder.Write(Usual, text);
        return this;
    }

    /// <summary>Writes devcontainer.json with Features and nothing they stand for.</summary>
    public Workspace WithFeatures(params string[] references) =>
        With(
            $"{{\n  \"image\": \"debian:trixie\",\n  \"features\": {{\n{string.Join(",\n", references.Select(reference => $"    \"{reference}\": {{}}"))}\n  }}\n}}\n"
        );

    /// <summary>Writes a Feature beside devcontainer.json.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="more">Further properties of its metadata, as JSON.</param>
    public Workspace WithLocal(string id, string more = "\"keywords\": []")
    {
        Folder.Write(
            $".devcontainer/{id}/devcontainer-feature.json",
            $$"""{ "id": "{{id}}", "version": "1.2.3", "name": "{{id}}", {{more}} }"""
        );
        Folder.Write($".devcontainer/{id}/install.sh", "#!/bin/sh\nset -e\n");
        return this;
    }

    /// <summary>Runs a verb that edits, with a registry for short names and without a network.</summary>
    public Task<CommandLine> EditAsync(string verb, params string[] arguments) =>
        RunAsync(verb, verb == "remove" ? arguments : ["-r", Host, .. arguments]);

    /// <summary>Runs a verb here without a network.</summary>
    public Task<CommandLine> RunAsync(string verb, params string[] arguments) =>
        CommandLine.RunAsync([verb, "--workspace-folder", Folder.Path, "--offline", .. arguments]);

    public void Dispose() => Folder.Dispose();
}
