using System.Text.Encodings.Web;
using System.Text.Json;

namespace Featuresmith.Scaffolding;

/// <summary>
/// Fills in what a scaffold leaves open: "@id@" stands for the value "id". Not Scriban, which the scaffold's own templates are
/// written in, and which is for later.
/// </summary>
internal sealed class Placeholders
{
    private readonly Dictionary<string, string?> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> json = new(StringComparer.Ordinal);

    /// <summary>Adds a text.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The text; where it is null, lines that name it are left out.</param>
    public Placeholders Text(string name, string? value)
    {
        texts[$"@{name}@"] = value;
        return this;
    }

    /// <summary>Adds a value that is JSON; it takes the place of the string "@name@", quotation marks and all.</summary>
    public Placeholders Json(string name, string value)
    {
        json[$"\"@{name}@\""] = value;
        return this;
    }

    /// <summary>Fills in a file. In JSON a text stands between quotation marks and is escaped.</summary>
    public CarriedFile Fill(CarriedFile file)
    {
        var isJson = Path.GetExtension(file.Path) is ".json" or ".jsonc";
        var text = json.Aggregate(
            file.Text,
            (filled, pair) => filled.Replace(pair.Key, pair.Value, StringComparison.Ordinal)
        );
        var lines = text.Split('\n').Where(line => !texts.Any(pair => pair.Value is null && line.Contains(pair.Key)));
        return file with
        {
            Text = texts.Aggregate(
                string.Join('\n', lines),
                (filled, pair) =>
                    filled.Replace(pair.Key, isJson ? Escape(pair.Value) : pair.Value, StringComparison.Ordinal)
            ),
        };
    }

    private static string? Escape(string? text) =>
        text is null ? null : JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
}
