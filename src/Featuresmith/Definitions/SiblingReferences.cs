using System.Globalization;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Definitions;

/// <summary>
/// In a definition "dependsOn" may name a Feature of the same collection by its id alone. What is generated, and checked, names it
/// as people reach it: the collection's registry and namespace, the id, and the major version that the other definition has now.
/// </summary>
/// <param name="repository">Where the other definitions are.</param>
/// <param name="collection">Says the registry and the namespace.</param>
public sealed class SiblingReferences(CollectionRepository repository, CollectionSettings collection)
{
    private const string DependsOn = "dependsOn";

    /// <summary>A definition of the collection does not say enough to be named by another one.</summary>
    public static RuleInfo NoFullName { get; } = new("FS604", "sibling-without-name", Severity.Error);

    /// <summary>The definition with full names, which stand where the ids stood.</summary>
    /// <param name="definition">The definition as read.</param>
    /// <param name="bag">Receives a sibling that has no full name, where the definition names it.</param>
    public FeatureDefinition Resolve(FeatureDefinition definition, DiagnosticBag bag)
    {
        var syntax = definition.Metadata.Syntax;
        if (syntax.Object(DependsOn) is not { } dependencies)
        {
            return definition;
        }

        var resolved = dependencies with { Members = [.. dependencies.Members.Select(member => Resolve(member, bag))] };
        var members = syntax.Members.Select(member =>
            ReferenceEquals(member.Value, dependencies) ? member with { Value = resolved } : member
        );
        return definition with { Metadata = FeatureMetadataReader.Read(syntax with { Members = [.. members] }) };
    }

    private JsonMemberSyntax Resolve(JsonMemberSyntax member, DiagnosticBag bag)
    {
        var id = member.Key.Value;
        var file = Path.Combine(repository.Templates, id, FeatureDefinitionReader.FileName);
        if (id.Length == 0 || id.Contains('/', StringComparison.Ordinal) || !File.Exists(file))
        {
            return member;
        }

        if (collection is { Registry.Value: { } registry, Namespace.Value: { } path } && Major(file) is { } major)
        {
            return member with { Key = member.Key with { Value = $"{registry}/{path}/{id}:{major}" } };
        }

        bag.Add(
            new Diagnostic(NoFullName, member.Key.Span, $"nobody can say how \"{id}\" is reached once it is published")
            {
                Help =
                    $"say \"registry\" and \"namespace\" in {repository.Show(repository.SettingsFile)}, and a \"version\" in {repository.Show(file)}",
            }
        );
        return member;
    }

    // Read on its own: "generate -f" leaves the other definitions out.
    private static string? Major(string file) =>
        JsonSyntaxTree
            .Parse(SourceText.Read(file), new DiagnosticBag())
            .RootObject?.Object("metadata")
            ?.String("version")
            is { Value: var version }
            ? SemanticVersion.TryParse(version)?.Major.ToString(CultureInfo.InvariantCulture)
            : null;
}
