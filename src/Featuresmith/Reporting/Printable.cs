using System.Text;

namespace Featuresmith.Reporting;

/// <summary>Text of others as a terminal may be given it.</summary>
internal static class Printable
{
    private const string Tab = "    ";

    /// <summary>The text in one line: a tab is four blanks, and any other control character a dot.</summary>
    public static string Of(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ = character switch
            {
                '\t' => shown.Append(Tab),
                // A control character would move the cursor, or speak to the terminal.
                _ when char.IsControl(character) => shown.Append('·'),
                _ => shown.Append(character),
            };
        }

        return shown.ToString();
    }
}
