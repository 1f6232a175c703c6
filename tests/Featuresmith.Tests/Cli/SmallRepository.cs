namespace Featuresmith.Tests.Cli;

/// <summary>A repository with one Feature, "hello", whose script reads its only option.</summary>
internal sealed class SmallRepository : IDisposable
{
    public const string Definition = """
        {
          // A comment.
          "metadata": {
            "id": "hello",
            "version": "1.0.0",
            "name": "Hello",
            "options": {
              "greeting": { "type": "string", "enum": ["hi", "hey"], "default": "hi" }
            }
          },
          "scenarios": {
            "hey": { "options": { "greeting": "hey" }, "bases": ["debian:trixie"] },
            "shout": { "options": { "greeting": "HEY" }, "expect": "fail", "failsWith": "no shouting" }
          }
        }
        """;

    public SmallRepository()
    {
        Folder.Write(
            "features/collection.jsonc",
            "{ \"name\": \"Small\", \"namespace\": \"small/features\", \"baseImages\": [\"debian:bookworm\"] }"
        );
        Folder.Write("templates/hello/feature.jsonc", Definition);
        Folder.Write("templates/hello/devcontainer-feature.json.sbn", "{{ metadata | to_json }}\n");
        Folder.Write(
            "templates/hello/install.sh.sbn",
            "#!/bin/sh -e\n{{ include 'shared/say.sh.sbn' }}\n{{ for option in options }}say {{ option.id | sh_quote }} \"${{ option.env }}\"\n{{ end }}"
        );
        Folder.Write("templates/hello/test/scenarios.json.sbn", "{{ scenarios | to_json }}\n");
        Folder.Write("templates/hello/test/failing-scenarios.json.sbn", "{{ failing_scenarios | to_json }}\n");
        Folder.Write("templates/hello/test/hey.sh", "#!/bin/sh\ntrue\n");
        Folder.Write("templates/shared/say.sh.sbn", "say() { echo \"$@\"; }");
    }

    public TemporaryFolder Folder { get; } = new();

    public Task<CommandLine> GenerateAsync(params string[] more) =>
        CommandLine.RunAsync(["generate", "-p", Folder.Path, .. more]);

    public void Dispose() => Folder.Dispose();
}
