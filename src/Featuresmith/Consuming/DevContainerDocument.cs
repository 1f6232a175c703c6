using System.Text;
using Featuresmith.Consuming.Editing;
using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;
using Featuresmith.Validation;

namespace Featuresmith.Consuming;

/// <summary>A devcontainer.json that can be edited.</summary>
/// <param name="File">The file, absolute.</param>
/// <param name="Source">Its text.</param>
/// <param name="Text">Its "features".</param>
public sealed record DevContainerDocument(string File, SourceText Source, FeaturesText Text)
{
    /// <summary>Opens a file.</summary>
    /// <param name="file">The file, absolute.</param>
    /// <param name="show">Turns a path into the form that messages show.</param>
    /// <exception cref="UneditableException">The file is no JSON, or says something else than a devcontainer.json can.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static DevContainerDocument Open(string file, Func<string, string> show)
    {
        var source = SourceText.Read(file, show(file));
        var bag = new DiagnosticBag();
        var text = FeaturesText.Open(JsonSyntaxTree.Parse(source, bag), bag);
        if (text is null)
        {
            throw new UneditableException(show(file), bag.Sorted());
        }

        return IsUtf8(file, source)
            ? new DevContainerDocument(file, source, text)
            : throw new IOException(
                $"{show(file)} is not UTF-8, so that writing it would change more than is asked for"
            );
    }

    /// <summary>The edit that gives the file another text.</summary>
    public DevContainerEdit To(string? text) => new(File, Source, text);

    /// <summary>The file as the rules see it, with another text.</summary>
    public static DevContainerFile AsFile(string file, SourceText source) =>
        new(JsonSyntaxTree.Parse(source, []), Path.GetDirectoryName(file)!);

    /// <summary>The entry that a person means: by its reference, its reference without a version, or its id where only one has it.</summary>
    /// <exception cref="ReferenceException">None is meant, or several are.</exception>
    public JsonMemberSyntax Entry(string wanted)
    {
        var name = FeatureReference.Parse(wanted);
        var entries = Text.Entries.DistinctBy(entry => entry.Key.Value).ToList();
        Func<FeatureReference, bool>[] ways =
        [
            reference => reference.Text == wanted,
            reference => reference.Unversioned == name.Unversioned,
            reference => name.Kind == FeatureReferenceKind.Bare && reference.Id == name.Id,
        ];
        foreach (var way in ways)
        {
            var meant = entries.Where(entry => way(FeatureReference.Parse(entry.Key.Value))).ToList();
            switch (meant)
            {
                case [var only]:
                    return only;
                case { Count: > 1 }:
                    throw new ReferenceException(
                        $"\"{wanted}\" may be {string.Join(" or ", meant.Select(entry => entry.Key.Value))}; write which"
                    );
            }
        }

        var near = Spelling.Nearest(
            wanted,
            entries.SelectMany(entry => new[] { FeatureReference.Parse(entry.Key.Value).Id, entry.Key.Value })
        );
        throw new ReferenceException(
            entries.Count == 0 ? $"{Source.Path} has no Features"
            : near is not null ? $"{Source.Path} has no Feature \"{wanted}\"; did you mean \"{near}\"?"
            : $"{Source.Path} has no Feature \"{wanted}\"; it has {string.Join(", ", entries.Select(entry => entry.Key.Value))}"
        );
    }

    private static bool IsUtf8(string file, SourceText source) =>
        System.IO.File.ReadAllBytes(file).Length
            == Encoding.UTF8.GetByteCount(source.Text) + (source.HasByteOrderMark ? Encoding.UTF8.Preamble.Length : 0)
        && !source.Text.Contains('\uFFFD', StringComparison.Ordinal);
}
