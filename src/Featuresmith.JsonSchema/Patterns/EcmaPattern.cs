using System.Text.RegularExpressions;

namespace Json.Schema.Patterns;

/// <summary>
/// A regular expression as ECMA-262 means it, with the <c>u</c> flag (2020-12 core, section 6.4). It is not anchored.
/// </summary>
internal sealed class EcmaPattern
{
    /// <summary>How long one match may take before the schema is blamed.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(2);

    private readonly string text;
    private readonly string translated;
    private Regex? regex;

    private EcmaPattern(string text, string translated)
    {
        this.text = text;
        this.translated = translated;
    }

    /// <summary>Reads a pattern that a keyword of a schema holds.</summary>
    /// <exception cref="JsonSchemaException">It is no ECMA-262 pattern.</exception>
    public static EcmaPattern Compile(string text, KeywordSource source, string keyword)
    {
        try
        {
            return new EcmaPattern(text, EcmaTranslator.Translate(text));
        }
        catch (FormatException problem)
        {
            throw source.Fault(keyword, $"\"{text}\" is no regular expression: {problem.Message}");
        }
    }

    /// <summary>Whether a text is a pattern at all.</summary>
    public static bool IsPattern(string text)
    {
        try
        {
            EcmaTranslator.Translate(text);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Whether the pattern matches anywhere in a text.</summary>
    /// <exception cref="JsonSchemaException">It took longer than <see cref="TimeLimit"/> to tell.</exception>
    public bool IsMatch(ReadOnlySpan<char> input)
    {
        try
        {
            // Made at the first use: most patterns of a schema are never asked in a short run.
            regex ??= new Regex(translated, RegexOptions.CultureInvariant, TimeLimit);
            return regex.IsMatch(input);
        }
        catch (RegexMatchTimeoutException)
        {
            throw new JsonSchemaException(
                $"The pattern {text} could not decide about a text of {input.Length} characters within "
                    + $"{TimeLimit.TotalSeconds} s; it backtracks too much."
            );
        }
    }

    /// <inheritdoc/>
    public override string ToString() => text;
}
