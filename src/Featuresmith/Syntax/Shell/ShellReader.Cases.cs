namespace Featuresmith.Syntax.Shell;

internal sealed partial class ShellReader
{
    private static readonly string[] ArmEnds = [";;&", ";;", ";&"];

    private ShellCase ReadCase(int begin)
    {
        SkipBlanks();
        var subject = ReadWord();
        SkipLines();
        TakeWord("in");
        var arms = new List<ShellCaseArm>();
        while (true)
        {
            SkipLines();
            if (AtEnd || TakeWord("esac") || ReadArm() is not { } arm)
            {
                break;
            }

            arms.Add(arm);
        }

        return new ShellCase(From(begin), subject, arms);
    }

    /// <summary>Reads one alternative; null where nothing like a pattern stands here.</summary>
    private ShellCaseArm? ReadArm()
    {
        var begin = at;
        Take("(");
        var patterns = new List<ShellWord>();
        do
        {
            SkipLines();
            if (!EndsWord(at))
            {
                patterns.Add(ReadWord());
            }

            SkipBlanks();
        } while (Take("|"));

        if (!Take(")"))
        {
            // No pattern after all. What was read is lost to the case, not to what follows it.
            return at > begin && !AtEnd && Current is not (')' or ';') && patterns.Count > 0
                ? new ShellCaseArm(From(begin), patterns, new ShellList(source.Span(at, at), []))
                : null;
        }

        var body = ReadList(ShellConstruct.Case);
        var end = ArmEnds.FirstOrDefault(Take) ?? "";
        return new ShellCaseArm(From(begin), patterns, body) { End = end };
    }
}
