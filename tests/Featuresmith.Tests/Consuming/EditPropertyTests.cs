using System.Text.Json;
using Featuresmith.Consuming.Editing;
using Featuresmith.Sources;
using Featuresmith.Syntax;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace Featuresmith.Tests.Consuming;

/// <summary>What holds for edits of every devcontainer.json, however it is laid out.</summary>
public class EditPropertyTests
{
    private static readonly FeatureEntry[] Entries =
    [
        new("registry.example.test/owner/features/hello:1", []),
        new("./hello", [new FeatureEntryOption("greeting", "\"hey\"")]),
        new("registry.example.test/owner/features/hello@sha256:" + new string('a', 64), Options(5)),
    ];

    [FsCheck.NUnit.Property(MaxTest = 2000, Replay = "20261121,97", Arbitrary = new[] { typeof(LaidOutFiles) })]
    public bool Adding_and_removing_gives_every_byte_back(LaidOutFile file) =>
        Entries.All(entry => Open(Open(file.Text).Add(entry)).Remove(entry.Reference) == file.Text);

    [FsCheck.NUnit.Property(MaxTest = 1000, Replay = "20261121,97", Arbitrary = new[] { typeof(LaidOutFiles) })]
    public bool Adding_adds_the_entry_behind_the_others_and_changes_no_value(LaidOutFile file)
    {
        var entry = Entries[^1];
        var (before, after) = (Json(file.Text), Json(Open(file.Text).Add(entry)));
        var others = after.Where(member => member.Key != "features").ToList();
        var (had, has) = (FeaturesOf(before), FeaturesOf(after));
        return others.SequenceEqual(before.Where(member => member.Key != "features"))
            && has.SkipLast(1).SequenceEqual(had)
            && has[^1].Key == entry.Reference;
    }

    [FsCheck.NUnit.Property(MaxTest = 1000, Replay = "20261121,97", Arbitrary = new[] { typeof(LaidOutFiles) })]
    public bool No_byte_goes_where_one_is_added(LaidOutFile file) =>
        Entries.All(entry => IsSubsequence(file.Text, Open(file.Text).Add(entry)));

    [FsCheck.NUnit.Property(MaxTest = 1000, Replay = "20261121,97", Arbitrary = new[] { typeof(LaidOutFiles) })]
    public bool Setting_and_unsetting_an_option_gives_every_byte_back(LaidOutFile file)
    {
        var added = Open(file.Text).Add(Entries[0]);
        var set = Open(added).Set(Entries[0].Reference, new FeatureEntryOption("loud", "true"));
        return set != added && Open(set).Unset(Entries[0].Reference, "loud") == added;
    }

    [FsCheck.NUnit.Property(MaxTest = 1000, Replay = "20261121,97", Arbitrary = new[] { typeof(LaidOutFiles) })]
    public bool Any_entry_can_be_removed_and_the_others_stay(LaidOutFile file)
    {
        var features = FeaturesOf(Json(file.Text));
        return features.All(gone =>
        {
            var left = Open(file.Text).Remove(gone.Key);
            return FeaturesOf(Json(left)).SequenceEqual(features.Where(member => member.Key != gone.Key));
        });
    }

    private static FeaturesText Open(string text) =>
        FeaturesText
            .Open(JsonSyntaxTree.Parse(new SourceText("devcontainer.json", text), []), [])
            .ShouldNotBeNull(text);

    private static FeatureEntryOption[] Options(int count) =>
        [.. Enumerable.Range(0, count).Select(number => new FeatureEntryOption($"option{number}", "\"value\""))];

    // Keys with their values as one text each, comments and blanks apart.
    private static List<KeyValuePair<string, string>> Json(string text) =>
        JsonSyntaxTree.Parse(new SourceText("devcontainer.json", text), []).RootObject is { } root
            ? [.. root.Members.Select(member => KeyValuePair.Create(member.Key.Value, Plain(member.Value)))]
            : throw new InvalidOperationException(text);

    private static List<KeyValuePair<string, string>> FeaturesOf(List<KeyValuePair<string, string>> root) =>
        root.LastOrDefault(member => member.Key == "features").Value is { } features ? Json(features) : [];

    private static string Plain(JsonValueSyntax value) => JsonSerializer.Serialize(JsonSyntaxTree.ToElement(value));

    private static bool IsSubsequence(string part, string whole)
    {
        var at = 0;
        foreach (var character in whole)
        {
            at += at < part.Length && part[at] == character ? 1 : 0;
        }

        return at == part.Length;
    }

    /// <summary>A devcontainer.json as somebody may have written it.</summary>
    public sealed record LaidOutFile(string Text)
    {
        public override string ToString() => Text;
    }

    /// <summary>Makes such files: any mix of line ends, indentation, comments, commas and braces.</summary>
    public static class LaidOutFiles
    {
        private static readonly string[] LineEnds = ["\n", "\r\n"];
        private static readonly string[] Units = ["  ", "\t", "    ", "", " "];
        private static readonly string[] Colons = [": ", ":", " : ", ":  "];
        private static readonly string[] Comments =
        [
            "",
            "",
            "",
            " // why, not",
            " /* } */",
            "\t/* , */ /* \"features\": {} */",
            "  ",
        ];

        public static Arbitrary<LaidOutFile> Files() =>
            Gen.Choose(0, int.MaxValue)
                .Select(seed => new LaidOutFile(new Author(new System.Random(seed)).Write()))
                .ToArbitrary();

        private sealed class Author(System.Random random)
        {
            private readonly string lineEnd = Any(random, LineEnds);
            private readonly string unit = Any(random, Units);
            private readonly string colon = Any(random, Colons);

            public string Write()
            {
                var members = new List<string> { "\"image\"", "\"name\"", "\"remoteUser\"" }
                    .Take(random.Next(4))
                    .ToList();
                if (random.Next(4) > 0)
                {
                    members.Insert(random.Next(members.Count + 1), "\"features\"");
                }

                var text = Object(members, 0, key => key == "\"features\"" ? Features() : "\"debian:trixie\"");
                return random.Next(3) == 0 ? text : text + lineEnd;
            }

            private string Features() =>
                Object(
                    new[] { "\"./one\"", "\"registry.example.test/owner/two:1\"", "\"./three\"" }
                        .Take(random.Next(4))
                        .ToList(),
                    1,
                    _ => random.Next(2) == 0 ? "{}" : "{ \"version\": \"1\" }"
                );

            private string Object(List<string> keys, int depth, Func<string, string> value)
            {
                var blank = Any(random, ["", " "]);
                if (keys.Count == 0)
                {
                    return Any(random, ["{}", "{ }", $"{{{lineEnd}}}", $"{{ // none{lineEnd}}}", "{/* none */}"]);
                }

                var onLines = random.Next(3) > 0;
                var start = onLines ? lineEnd + string.Concat(Enumerable.Repeat(unit, depth + 1)) : blank;
                var text = "{";
                foreach (var (key, index) in keys.Select((key, index) => (key, index)))
                {
                    var isLast = index == keys.Count - 1;
                    var comma = !isLast || random.Next(4) == 0 ? "," : "";
                    text += (onLines && random.Next(6) == 0 ? $"{start}// above" : "") + start;
                    text += key + colon + value(key) + Comment(false) + comma + Comment(onLines);
                }

                var end = lineEnd + string.Concat(Enumerable.Repeat(unit, depth));
                return text + (onLines ? (random.Next(6) == 0 ? $"{start}// below{end}" : end) : blank) + "}";
            }

            private string Comment(bool endsLine) =>
                Any(random, Comments) is var comment && (endsLine || !comment.Contains("//", StringComparison.Ordinal))
                    ? comment
                    : "";
        }

        private static T Any<T>(System.Random random, T[] of) => of[random.Next(of.Length)];
    }
}
