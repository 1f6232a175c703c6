using Featuresmith.Consuming.Conflicts;
using Featuresmith.Consuming.Editing;
using Featuresmith.Consuming.Lookup;
using Featuresmith.Definitions;
using Featuresmith.Publishing;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Consuming;

/// <summary>Adds Features to a devcontainer.json, changes their options, and takes them out again. Nothing is written here.</summary>
/// <param name="lookup">Looks Features up.</param>
/// <param name="file">The devcontainer.json, absolute.</param>
/// <param name="show">Turns a path into the form that messages show.</param>
public sealed class FeatureEditor(FeatureLookup lookup, string file, Func<string, string> show)
{
    private readonly ContainerFeatures container = new(lookup, Path.GetDirectoryName(file)!);

    /// <summary>Whether the container is meant for GitHub Codespaces, beside what the file says itself.</summary>
    public bool ForCodespaces { get; init; }

    /// <summary>The image of a file that is made anew; null for <see cref="UsualImage"/>.</summary>
    public string? Image { get; init; }

    /// <summary>The image of a file that is made anew where nobody says: the last that the collection is tested on.</summary>
    public static string UsualImage =>
        KnownCollection.Carried.Settings?.BaseImages is [.., var last] ? last.Value : "debian:stable";

    /// <summary>What adding a Feature comes to.</summary>
    /// <param name="wanted">A reference of a registry, "./folder", or a short name.</param>
    /// <param name="options">Options and values.</param>
    /// <param name="pin">How much of the version is named; null for the usual.</param>
    /// <param name="cancellation">Ends the asking.</param>
    /// <exception cref="ReferenceException">There is no such Feature or option, or the Feature is there already.</exception>
    /// <exception cref="UneditableException">The file cannot be edited.</exception>
    /// <exception cref="RegistryException">A registry refused or failed.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public async Task<FeatureChange> AddAsync(
        string wanted,
        IReadOnlyList<KeyValuePair<string, string>> options,
        VersionPin? pin,
        CancellationToken cancellation
    )
    {
        var document = File.Exists(file) ? DevContainerDocument.Open(file, show) : null;
        var feature = await lookup.FindAsync(wanted, pin, file, cancellation);
        RefuseTwice(document, feature.Reference);
        var entry = new FeatureEntry(
            feature.Reference,
            feature.Metadata is { } metadata ? OptionChoice.Check(metadata, options) : []
        );
        container.Know(feature);
        var text = document?.Text.Add(entry) ?? FeaturesText.New(Image ?? UsualImage, entry);
        var edit = document?.To(text) ?? new DevContainerEdit(file, null, text);
        var brought = await container.MergeAsync(
            [new(feature.Reference, edit.AfterSource(show).Span(0, 0))],
            cancellation
        );
        return await WeighAsync(
            edit,
            feature.Reference,
            FeatureBrings.Of(
                [.. brought.Features.Select(one => one.Feature)],
                lookup.Definitions,
                JsonSyntaxTree.Parse(edit.AfterSource(show), []).RootObject
            ),
            cancellation
        );
    }

    /// <summary>What changing the options of a Feature, or its version, comes to.</summary>
    /// <param name="wanted">Its reference, or its id.</param>
    /// <param name="options">Options and values.</param>
    /// <param name="unset">Options whose defaults shall count again.</param>
    /// <param name="pin">How much of the version is named from now on; null to leave it.</param>
    /// <param name="cancellation">Ends the asking.</param>
    /// <inheritdoc cref="AddAsync"/>
    public async Task<FeatureChange> SetAsync(
        string wanted,
        IReadOnlyList<KeyValuePair<string, string>> options,
        IReadOnlyList<string> unset,
        VersionPin? pin,
        CancellationToken cancellation
    )
    {
        var document = DevContainerDocument.Open(file, show);
        var entry = document.Entry(wanted);
        var (key, text) = (entry.Key.Value, document.Text);
        if (options.Count + unset.Count > 0 && entry.Value is not (JsonObjectSyntax or JsonStringSyntax))
        {
            throw new ReferenceException(
                $"\"{key}\" has {entry.Value.KindName} where its options stand; write an object there first"
            );
        }

        var reference = FeatureReference.Parse(key);
        var (folder, problem) = await container.LookAsync(reference, cancellation);
        if (folder?.Metadata is not { } metadata)
        {
            throw new ReferenceException($"the options of {key} are not known: {problem}");
        }

        foreach (var name in unset)
        {
            _ = OptionChoice.Option(metadata, name);
            text = text.Reopen(text.Unset(key, name))!;
        }

        foreach (var option in OptionChoice.Check(metadata, options))
        {
            text = text.Reopen(text.Set(key, option))!;
        }

        var pinned = pin is null ? key : (await lookup.FindAsync(key, pin, file, cancellation)).Reference;
        if (pinned != key)
        {
            text = text.Reopen(text.Rename(key, pinned))!;
        }

        return await WeighAsync(document.To(text.Source.Text), pinned, [], cancellation);
    }

    /// <summary>
    /// What taking a Feature out comes to. What <see cref="AddAsync"/> made goes too: "features" that it added, and a file that has
    /// nothing but what it writes into a new one, with the image that it takes where nobody says which.
    /// </summary>
    /// <param name="wanted">Its reference, or its id.</param>
    /// <exception cref="ReferenceException">The file has no such Feature.</exception>
    /// <exception cref="UneditableException">The file cannot be edited.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public FeatureChange Remove(string wanted)
    {
        var document = DevContainerDocument.Open(file, show);
        var entry = document.Entry(wanted);
        var isNew =
            FeatureEntry.Of(entry) is { } written && FeaturesText.New(UsualImage, written) == document.Source.Text;
        var text = isNew ? null : document.Text.Remove(entry.Key.Value);
        return new FeatureChange(document.To(text), entry.Key.Value, [], [], []);
    }

    // One id may stand there from another registry; two of one Feature are never meant.
    private static void RefuseTwice(DevContainerDocument? document, string reference)
    {
        var name = FeatureReference.Parse(reference).Unversioned;
        var there = document?.Text.Entries.FirstOrDefault(entry =>
            FeatureReference.Parse(entry.Key.Value).Unversioned == name
        );
        if (there is not null)
        {
            throw new ReferenceException(
                $"{there.Key.Value} is there already, at {there.Key.Span}; \"featuresmith set\" changes its options and version"
            );
        }
    }

    private async Task<FeatureChange> WeighAsync(
        DevContainerEdit edit,
        string reference,
        IReadOnlyList<BroughtThing> brings,
        CancellationToken cancellation
    )
    {
        var check = new ConflictCheck(container, lookup.Definitions, show) { ForCodespaces = ForCodespaces };
        var before = edit.Before is null
            ? new ConflictReport([], [])
            : await check.FindAsync(DevContainerDocument.AsFile(file, edit.Before), cancellation);
        var after = await check.FindAsync(DevContainerDocument.AsFile(file, edit.AfterSource(show)), cancellation);
        return new FeatureChange(edit, reference, brings, after.Beyond(before), after.Unknown);
    }
}
