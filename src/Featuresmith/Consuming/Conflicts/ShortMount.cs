using System.Text.RegularExpressions;
using Featuresmith.Definitions;
using Featuresmith.Sources;

namespace Featuresmith.Consuming.Conflicts;

/// <summary>A mount in the short form of "docker run --volume" and of compose files: SOURCE:TARGET[:MODE].</summary>
internal static partial class ShortMount
{
    /// <summary>Reads a mount.</summary>
    /// <param name="span">Where it is written.</param>
    /// <param name="text">The mount.</param>
    /// <returns>The mount; null where the text is none.</returns>
    public static FeatureMount? Read(SourceSpan span, string text)
    {
        var parts = Fill(text).Split(':');
        return parts switch
        {
            [var target] => new(span, At("volume"), null, At(target)),
            [var source, var target, ..] when source.Length > 0 => new(
                span,
                At(source[0] is '/' or '.' or '~' ? "bind" : "volume"),
                At(source),
                At(target)
            ),
            _ => null,
        };
        Located<string> At(string value) => new(value, span);
    }

    /// <summary>A text in which variables are what they are where nobody sets them (compose specification, "Interpolation").</summary>
    public static string Fill(string text) => Variable().Replace(text, match => match.Groups["default"].Value);

    [GeneratedRegex(@"\$\{\w+:?-(?<default>[^}]*)\}")]
    private static partial Regex Variable();
}
