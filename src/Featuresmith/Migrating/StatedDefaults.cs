using System.Globalization;
using System.Text.RegularExpressions;
using Featuresmith.Definitions;
using Featuresmith.Syntax;

namespace Featuresmith.Migrating;

/// <summary>
/// The defaults of options that a script states once more, as "${VERSION:-"lts"}", where the definition says the same. Where both
/// differ the script's stays: it is what runs by hand, and rule FS205 speaks of it.
/// </summary>
/// <param name="metadata">The Feature's metadata.</param>
internal sealed partial class StatedDefaults(FeatureMetadata metadata)
{
    /// <summary>How many were replaced.</summary>
    public int Count { get; private set; }

    /// <summary>The script as a template that takes those defaults from the definition.</summary>
    public string Replace(string script) => Fallback().Replace(script, Replace);

    private string Replace(Match fallback)
    {
        var option = metadata.Options.FirstOrDefault(option => option.EnvironmentName == fallback.Groups["name"].Value);
        var value = option?.Default switch
        {
            JsonStringSyntax text => text.Value,
            JsonBooleanSyntax flag => flag.Value ? "true" : "false",
            _ => "",
        };
        if (value.Length == 0 || value != fallback.Groups["value"].Value)
        {
            return fallback.Value;
        }

        Count++;
        var id = option!.Id.Value;
        var place = Identifier().IsMatch(id) ? $".{id}" : string.Create(CultureInfo.InvariantCulture, $"['{id}']");
        return $"{fallback.Groups["head"].Value}{{{{ metadata.options{place}.default }}}}{fallback.Groups["tail"].Value}";
    }

    // In the value nothing that ends it, and nothing that a template or the shell would read.
    [GeneratedRegex("""(?<head>\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*):?[-=]"?)(?<value>[^"'`$\\{}\s]+)(?<tail>"?\})""")]
    private static partial Regex Fallback();

    // Scriban's identifiers; any other key is looked up by its text. No id of an option has a quotation mark (FS107).
    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]*\z")]
    private static partial Regex Identifier();
}
