using System.Globalization;
using System.Text;

namespace Json.Schema.Patterns;

/// <summary>
/// Turns an ECMA-262 pattern (section 22.2.1, with the <c>u</c> flag) into one that means the same to .NET. Braces and
/// escaped punctuation that only older browsers take (annex B.1.2) are taken too; letters that no escape has are not.
/// </summary>
internal sealed class EcmaTranslator
{
    private const int MaxDepth = 200;
    private const string WordEdge = "(?:(?<=[0-9A-Z_a-z])(?![0-9A-Z_a-z])|(?<![0-9A-Z_a-z])(?=[0-9A-Z_a-z]))";
    private const string NoWordEdge = "(?:(?<=[0-9A-Z_a-z])(?=[0-9A-Z_a-z])|(?<![0-9A-Z_a-z])(?![0-9A-Z_a-z]))";

    private readonly PatternReader reader;
    private readonly StringBuilder output = new();
    private readonly List<string?> groups;
    private int opened;
    private int depth;

    private EcmaTranslator(string pattern)
    {
        reader = new PatternReader(pattern);
        groups = GroupScanner.Scan(pattern);
    }

    /// <summary>The pattern for .NET, to be used without options.</summary>
    /// <exception cref="FormatException">It is no pattern; the message says why.</exception>
    public static string Translate(string pattern)
    {
        var translator = new EcmaTranslator(pattern);
        translator.ReadAlternatives();
        return translator.reader.IsAtEnd
            ? translator.output.ToString()
            : throw new FormatException($"\")\" at {translator.reader.Position} closes no group");
    }

    private void ReadAlternatives()
    {
        if (++depth > MaxDepth)
        {
            throw new FormatException("groups nest too deeply");
        }

        while (!reader.IsAtEnd && reader.Peek() != ')')
        {
            if (reader.TryTake('|'))
            {
                output.Append('|');
            }
            else
            {
                ReadTerm();
            }
        }

        depth--;
    }

    private void ReadTerm()
    {
        var start = output.Length;
        var isAtom = ReadAtom();
        if (QuantifierReader.TryRead(reader) is not { } quantifier)
        {
            return;
        }

        if (!isAtom)
        {
            throw new FormatException($"nothing to repeat before {quantifier}");
        }

        // .NET would read a literal digit and the braces after it well enough, but what stands before is one unit anyway.
        output.Insert(start, "(?:").Append(')').Append(quantifier);
    }

    /// <summary>Reads one piece; true where it may be repeated.</summary>
    private bool ReadAtom()
    {
        var start = reader.Position;
        var next = reader.TakeCodePoint();
        switch (next)
        {
            case '^':
                output.Append("\\A");
                return false;
            case '$':
                output.Append("\\z");
                return false;
            case '.':
                CharacterClasses.LineEnd.Complement().WriteTo(output);
                return true;
            case '(':
                return ReadGroup();
            case '[':
                ClassReader.Read(reader).WriteTo(output);
                return true;
            case '\\':
                return ReadEscape();
            case '*' or '+' or '?':
                throw new FormatException($"nothing to repeat before \"{(char)next}\" at {start}");
            default:
                CodePointSet.Of((next, next)).WriteTo(output);
                return true;
        }
    }

    private bool ReadGroup()
    {
        var isAtom = true;
        if (reader.TryTake("?:"))
        {
            output.Append("(?:");
        }
        else if (reader.TryTakeAny("?=", "?!", "?<=", "?<!") is { } look)
        {
            output.Append('(').Append(look);
            isAtom = false;
        }
        else
        {
            if (reader.TryTake("?<"))
            {
                reader.TakeName();
            }
            else if (!reader.IsAtEnd && reader.Peek() == '?')
            {
                throw new FormatException($"\"(?\" at {reader.Position - 1} begins no group that ECMA-262 knows");
            }

            output.Append(CultureInfo.InvariantCulture, $"(?<{++opened}>");
        }

        ReadAlternatives();
        output.Append(')');
        return reader.TryTake(')') ? isAtom : throw new FormatException("a group is not closed");
    }

    private bool ReadEscape()
    {
        if (reader.TryTake('b'))
        {
            output.Append(WordEdge);
            return false;
        }

        if (reader.TryTake('B'))
        {
            output.Append(NoWordEdge);
            return false;
        }

        if (reader.TryTake("k<"))
        {
            var name = reader.TakeName();
            WriteBackReference(groups.IndexOf(name) + 1, name);
        }
        else if (reader.TryTakeNumber() is { } number)
        {
            WriteBackReference(number, number.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            EscapeReader.Read(reader).WriteTo(output);
        }

        return true;
    }

    private void WriteBackReference(int group, string shown)
    {
        if (group < 1 || group > groups.Count)
        {
            throw new FormatException($"there is no group {shown} to refer back to");
        }

        // Of a group that took no part ECMA-262 matches nothing, where .NET fails.
        output.Append(CultureInfo.InvariantCulture, $"(?({group})\\k<{group}>)");
    }
}
