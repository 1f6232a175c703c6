using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Smoke.Sandbox;

/// <summary>
/// What test/&lt;id&gt;/sandbox.jsonc says of the world in which install.sh runs, and of options that cannot show anything there
/// (schemas/sandbox.schema.json). Without the file every package exists in version 1.0 and brings a program of its name.
/// </summary>
/// <param name="Root">The file's object; null where there is none.</param>
public sealed record SandboxDeclarations(JsonObjectSyntax? Root)
{
    /// <summary>The file's name in the Feature's test folder.</summary>
    public const string FileName = "sandbox.jsonc";

    /// <summary>Packages with their versions, newest first, and the programs that they bring, each with what it prints.</summary>
    public IEnumerable<SandboxPackage> Packages =>
        Members(Root?.Object("packages"))
            .Select(member => new SandboxPackage(
                member.Name,
                [.. (member.Value.Strings("versions") ?? []).Select(version => version.Value)],
                Texts(member.Value.Object("programs"))
            ));

    /// <summary>Files of the test folder that stand for what lies behind addresses, by a pattern of addresses.</summary>
    public IReadOnlyDictionary<string, string> Downloads => Texts(Root?.Object("downloads"));

    /// <summary>Values to try beside those that the metadata lists.</summary>
    public IEnumerable<string> Values(string option) =>
        (Option(option)?.Strings("values") ?? []).Select(value => value.Value);

    /// <summary>Values of other options without which a value does nothing.</summary>
    public IReadOnlyDictionary<string, string> With(string option) => Texts(Option(option)?.Object("with"));

    /// <summary>The text with which install.sh refuses a value here; null where it takes it.</summary>
    public string? FailsWith(string option, string? value) => OfValue(option, "fails", value);

    /// <summary>Why a value changes nothing here; null where it must.</summary>
    public string? SameBecause(string option, string? value) => OfValue(option, "same", value);

    /// <summary>Reads the file of a Feature.</summary>
    /// <param name="folder">The Feature's test folder.</param>
    /// <param name="bag">Receives the mistakes in the file.</param>
    public static SandboxDeclarations Read(string folder, DiagnosticBag bag)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
        {
            return new SandboxDeclarations((JsonObjectSyntax?)null);
        }

        var tree = JsonSyntaxTree.Parse(SourceText.Read(file), bag);
        if (tree.Root is { } root)
        {
            bag.AddRange(
                SchemaCheck.For("sandbox").Check(root).Select(finding => finding.By(Definitions.SchemaRules.Sandbox))
            );
        }

        return new SandboxDeclarations(tree.RootObject);
    }

    private JsonObjectSyntax? Option(string id) => Root?.Object("options")?.Object(id);

    // "*" stands for every value.
    private string? OfValue(string option, string key, string? value) =>
        Texts(Option(option)?.Object(key)) is var texts && texts.TryGetValue(value ?? "*", out var own)
            ? own
            : texts.GetValueOrDefault("*");

    private static IEnumerable<(string Name, JsonObjectSyntax Value)> Members(JsonObjectSyntax? json) =>
        (json?.Members ?? [])
            .Where(member => member.Value is JsonObjectSyntax)
            .Select(member => (member.Key.Value, (JsonObjectSyntax)member.Value));

    private static Dictionary<string, string> Texts(JsonObjectSyntax? json) =>
        (json?.Members ?? [])
            .Where(member => member.Value is JsonStringSyntax)
            .ToDictionary(member => member.Key.Value, member => ((JsonStringSyntax)member.Value).Value);
}

/// <summary>A package that the sandbox's package managers know.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Versions">Its versions, newest first.</param>
/// <param name="Programs">The programs that it brings, each with what it prints; {version} is the installed version.</param>
public sealed record SandboxPackage(
    string Name,
    IReadOnlyList<string> Versions,
    IReadOnlyDictionary<string, string> Programs
);
