using System.Globalization;
using Featuresmith.Sources;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Featuresmith.Syntax;

/// <summary>Reads YAML, such as a compose file, as the same tree that JSON gives: each value knows where it stood.</summary>
public static class YamlSyntax
{
    private const string MergeKey = "<<";

    // An alias may stand for a value that has aliases itself, so that a few lines can come to more than any memory holds.
    private const int MostValues = 100_000;

    /// <summary>Reads the first document of a text.</summary>
    /// <param name="source">The text.</param>
    /// <param name="problem">Why it cannot be read; null where it can.</param>
    /// <returns>The outermost value; null where there is none, or a problem.</returns>
    public static JsonValueSyntax? Parse(SourceText source, out string? problem)
    {
        problem = null;
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(source.Text));
            var left = MostValues;
            return yaml.Documents is [var first, ..] ? Convert(source, first.RootNode, 0, ref left) : null;
        }
        catch (YamlException exception)
        {
            problem = $"line {exception.Start.Line}: {exception.Message}";
        }
        catch (InvalidDataException exception)
        {
            problem = exception.Message;
        }

        return null;
    }

    private static JsonValueSyntax Convert(SourceText source, YamlNode node, int depth, ref int left)
    {
        if (depth > JsonSyntaxTree.MaxDepth || --left < 0)
        {
            throw new InvalidDataException("it is nested too deep, or its aliases come to too much");
        }

        var span = source.Span((int)node.Start.Index, Math.Min((int)node.End.Index, source.Text.Length));
        switch (node)
        {
            case YamlMappingNode mapping:
                var members = new List<JsonMemberSyntax>();
                foreach (var (key, value) in mapping.Children)
                {
                    var name = (key as YamlScalarNode)?.Value ?? "";
                    var place = source.Span((int)key.Start.Index, (int)key.End.Index);
                    members.Add(new(new Located<string>(name, place), Convert(source, value, depth + 1, ref left)));
                }

                return new JsonObjectSyntax(span, Merged(members));
            case YamlSequenceNode sequence:
                var items = new List<JsonValueSyntax>();
                foreach (var item in sequence.Children)
                {
                    items.Add(Convert(source, item, depth + 1, ref left));
                }

                return new JsonArraySyntax(span, items);
            default:
                return Scalar(span, (YamlScalarNode)node);
        }
    }

    // "<<" brings members of other mappings, behind those that are written here (YAML 1.1, "Merge Key").
    private static List<JsonMemberSyntax> Merged(List<JsonMemberSyntax> written)
    {
        var own = written.Where(member => member.Key.Value != MergeKey).ToList();
        var brought = written
            .Where(member => member.Key.Value == MergeKey)
            .SelectMany(member => member.Value is JsonArraySyntax list ? list.Items : [member.Value])
            .OfType<JsonObjectSyntax>()
            .SelectMany(mapping => mapping.Members);
        return [.. own.Concat(brought).DistinctBy(member => member.Key.Value)];
    }

    private static JsonValueSyntax Scalar(SourceSpan span, YamlScalarNode scalar)
    {
        var text = scalar.Value ?? "";
        return scalar.Style != ScalarStyle.Plain ? new JsonStringSyntax(span, text)
            : text is "true" or "True" or "TRUE" or "false" or "False" or "FALSE"
                ? new JsonBooleanSyntax(span, char.ToLowerInvariant(text[0]) == 't')
            : text is "" or "~" or "null" or "Null" or "NULL" ? new JsonNullSyntax(span)
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
                ? new JsonNumberSyntax(span, text)
            : new JsonStringSyntax(span, text);
    }
}
