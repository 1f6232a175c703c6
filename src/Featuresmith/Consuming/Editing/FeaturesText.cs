using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;
using Featuresmith.Validation.Fixing;
using Featuresmith.Validation.Rules.DevContainer;

namespace Featuresmith.Consuming.Editing;

/// <summary>
/// The text of a devcontainer.json, whose "features" are edited: comments, indentation, line ends and neighbours stay byte for byte.
/// </summary>
/// <remarks>
/// <see cref="Remove"/> is the inverse of <see cref="Add"/>: where the last entry goes, "features" goes too if, and only if,
/// <see cref="Add"/> to the text without it gives the text as it was.
/// </remarks>
public sealed class FeaturesText
{
    private const string Key = "features";

    private static readonly RuleInfo Shape = new FS703DevContainerSchema().Info;

    private readonly SourceText source;
    private readonly JsonObjectSyntax root;
    private readonly TextLayout layout;

    private FeaturesText(SourceText source, JsonObjectSyntax root)
    {
        this.source = source;
        this.root = root;
        layout = new TextLayout(source, root);
    }

    /// <summary>The whole text.</summary>
    public SourceText Source => source;

    /// <summary>The entries, in the order of the file; of a repeated "features" those that readers see.</summary>
    public IReadOnlyList<JsonMemberSyntax> Entries => Features?.Members ?? [];

    private JsonObjectSyntax? Features => root.Object(Key);

    /// <summary>Reads a text that can be edited.</summary>
    /// <param name="tree">The text.</param>
    /// <param name="bag">Receives why it cannot be edited.</param>
    /// <returns>The text; null where it is no JSON, no object, or has "features" that are none.</returns>
    public static FeaturesText? Open(JsonSyntaxTree tree, DiagnosticBag bag)
    {
        if (tree.Root is null)
        {
            return null;
        }

        if (tree.RootObject is not { } root)
        {
            bag.Add(Shape, tree.Root.Span, $"devcontainer.json is {tree.Root.KindName}, not an object");
            return null;
        }

        if (root[Key] is { } features and not JsonObjectSyntax)
        {
            bag.Add(
                Shape,
                features.Span,
                $"\"{Key}\" is {features.KindName}, not an object",
                "write it as an object: a reference and its options each"
            );
            return null;
        }

        return new FeaturesText(tree.Source, root);
    }

    /// <summary>The text of a file that has one Feature and nothing else.</summary>
    /// <param name="image">The image that the Feature is installed on.</param>
    /// <param name="entry">The entry.</param>
    public static string New(string image, FeatureEntry entry)
    {
        var features = new NewMember(Key, null, [NewMember.Of(entry)]);
        return $"{{\n  \"image\": {NewMember.Quote(image)},\n  {features.OnLines(": ", "  ", "\n  ")}\n}}\n";
    }

    /// <summary>The text with an entry behind the last one.</summary>
    /// <param name="entry">The entry; its reference is not there yet.</param>
    public string Add(FeatureEntry entry)
    {
        var member = NewMember.Of(entry);
        var insertion = new MemberInsertion(layout);
        return Apply(
            Features is { } features
                ? insertion.Append(features, member, root.Member(Key))
                : insertion.Append(root, new NewMember(Key, null, [member]))
        );
    }

    /// <summary>The text without an entry, however often it is repeated.</summary>
    /// <param name="reference">The key of the entry, which is there.</param>
    public string Remove(string reference)
    {
        var features = Features!;
        var members = features.Members.Where(member => member.Key.Value == reference).ToList();
        var removal = new MemberRemoval(layout);
        if (members.Count > 1)
        {
            // One at a time, since each may take the comma that another needs.
            return Reopen(Apply(removal.Remove(features, members[0])))!.Remove(reference);
        }

        return features.Members.Count > 1
            ? Apply(removal.Remove(features, members[0]))
            : Origins(features, members[0]).FirstOrDefault(origin => Gives(origin, members[0]))
                ?? Apply(removal.Tidy(features, members[0]));
    }

    /// <summary>The text with another value of an entry's option.</summary>
    /// <param name="reference">The key of the entry, which is there and has an object or a string.</param>
    /// <param name="option">The option.</param>
    public string Set(string reference, FeatureEntryOption option)
    {
        var member = Features!.Member(reference)!;
        if (member.Value is JsonObjectSyntax options)
        {
            return options.Member(option.Name) is { } old
                ? Apply([new TextEdit(old.Value.Span, option.Json)])
                : Apply(new MemberInsertion(layout).Append(options, NewMember.Of(option)));
        }

        // The short form: a string is the option "version" (CLI, containerFeaturesConfiguration.ts, getFeatureValueObject).
        var version = FeatureEntry.Raw(member.Value);
        return option.Name == "version"
            ? Apply([new TextEdit(member.Value.Span, option.Json)])
            : Reopen(Apply([new TextEdit(member.Value.Span, $"{{ \"version\": {version} }}")]))!.Set(reference, option);
    }

    /// <summary>The text in which an entry has one option less, so that its default counts.</summary>
    /// <param name="reference">The key of the entry, which is there.</param>
    /// <param name="option">The option's id; what is not set stays so.</param>
    public string Unset(string reference, string option) =>
        Features!.Member(reference)!.Value is JsonObjectSyntax options && options.Member(option) is { } member
            ? Reopen(Apply(new MemberRemoval(layout).Tidy(options, member)))!.Unset(reference, option)
            : source.Text;

    /// <summary>The text in which an entry has another key.</summary>
    /// <param name="reference">The key of the entry, which is there.</param>
    /// <param name="other">The new key.</param>
    public string Rename(string reference, string other) =>
        Apply([new TextEdit(Features!.Member(reference)!.Key.Span, NewMember.Quote(other))]);

    /// <summary>The text after an edit, to be edited again.</summary>
    public FeaturesText? Reopen(string text) => Open(JsonSyntaxTree.Parse(new SourceText(source.Path, text), []), []);

    // What the text may have been before its only entry was added, the likeliest first.
    private IEnumerable<string> Origins(JsonObjectSyntax features, JsonMemberSyntax only)
    {
        var removal = new MemberRemoval(layout);
        var key = root.Member(Key)!;
        yield return Apply(removal.Remove(root, key));
        foreach (var edit in root.Members.Count == 1 ? removal.Empty(root, key) : [])
        {
            yield return Apply([edit]);
        }

        foreach (var edit in removal.Empty(features, only))
        {
            yield return Apply([edit]);
        }
    }

    private bool Gives(string origin, JsonMemberSyntax only) =>
        FeatureEntry.Of(only) is { } entry && Reopen(origin)?.Add(entry) == source.Text;

    private string Apply(IReadOnlyList<TextEdit> edits) => TextEdits.Apply(source.Text, edits);
}
