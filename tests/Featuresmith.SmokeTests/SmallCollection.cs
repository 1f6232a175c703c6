namespace Featuresmith.SmokeTests;

/// <summary>A collection of one Feature, "hello", with the scenarios that a test asks for.</summary>
internal sealed class SmallCollection : IDisposable
{
    public SmallCollection()
    {
        Write(
            "src/hello/devcontainer-feature.json",
            """
            {
              "id": "hello",
              "version": "1.0.0",
              "name": "Hello",
              "options": { "greeting": { "type": "string", "default": "hi" } },
              "mounts": [{ "source": "fsm-smoke-test-${devcontainerId}", "target": "/greetings", "type": "volume" }],
              "installsAfter": ["registry.example.test/features/common-utils"]
            }
            """
        );
        Write(
            "src/hello/install.sh",
            """
            #!/bin/sh
            set -e
            if [ "$GREETING" = shout ]; then echo "no shouting here"; exit 3; fi
            echo "$GREETING" >/etc/greeting
            """
        );
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("hello-collection-").FullName;

    /// <summary>Adds a test script.</summary>
    public void Script(string name, string commands) =>
        Write($"test/hello/{name}", $"#!/bin/sh\nset -e\n. ./dev-container-features-test-lib\n{commands}\n");

    /// <summary>Writes scenarios.json or failing-scenarios.json with one scenario.</summary>
    public void Scenario(string file, string name, string greeting, string customizations = "{}") =>
        Write(
            $"test/hello/{file}",
            $$"""
            {
              "{{name}}": {
                "image": "{{Host.BaseImage}}",
                "features": { "hello": { "greeting": "{{greeting}}" } },
                "customizations": {{customizations}}
              }
            }
            """
        );

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private void Write(string path, string text)
    {
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text.ReplaceLineEndings("\n") + "\n");
    }
}
