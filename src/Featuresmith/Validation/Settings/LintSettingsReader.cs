using System.IO.Enumeration;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;
using Featuresmith.Validation.Suppressions;

namespace Featuresmith.Validation.Settings;

/// <summary>Reads the "validate" object of .featuresmith.jsonc and of features/collection.jsonc.</summary>
/// <param name="root">The path that the globs of "ignore" begin at, as spans show it; "" for the current folder.</param>
/// <param name="bag">Receives every mistake that a schema cannot know.</param>
public sealed class LintSettingsReader(string root, DiagnosticBag bag)
{
    /// <summary>The key of both files.</summary>
    public const string Key = "validate";

    /// <param name="file">The object of the whole file; what has the wrong kind counts as absent.</param>
    public LintSettings Read(JsonObjectSyntax file)
    {
        var json = file.Object(Key);
        return new LintSettings(
            ReadLevels(json?.Object("rules")),
            json?.Boolean("denyWarnings")?.Value ?? false,
            [.. ((json?["ignore"] as JsonArraySyntax)?.Items ?? []).OfType<JsonObjectSyntax>().SelectMany(ReadIgnored)]
        );
    }

    private Dictionary<RuleId, RuleLevel> ReadLevels(JsonObjectSyntax? rules)
    {
        var levels = new Dictionary<RuleId, RuleLevel>();
        foreach (var member in rules?.Members ?? [])
        {
            if (
                Find(member.Key) is { } rule
                && member.Value is JsonStringSyntax text
                && Enum.TryParse<RuleLevel>(text.Value, ignoreCase: true, out var level)
            )
            {
                levels[rule] = level;
            }
        }

        return levels;
    }

    private IEnumerable<Suppression> ReadIgnored(JsonObjectSyntax entry)
    {
        if (entry.String("rule") is { } rule && Find(rule) is not null && entry.String("path") is { } path)
        {
            var below = root.Length == 0 ? "" : $"{root}/";
            yield return new Suppression(
                rule,
                entry.String("reason"),
                entry.Span,
                span =>
                    span.Path.StartsWith(below, StringComparison.Ordinal)
                    && FileSystemName.MatchesSimpleExpression(
                        path.Value,
                        span.Path.AsSpan(below.Length),
                        ignoreCase: false
                    )
            );
        }
    }

    private RuleId? Find(Located<string> name)
    {
        if (RuleNames.IdOf(name.Value) is { } id)
        {
            return id;
        }

        bag.Add(SettingsRules.Settings, name.Span, $"there is no rule \"{name.Value}\"", RuleNames.Suggest(name.Value));
        return null;
    }
}
