using Featuresmith.Sources;

namespace Featuresmith.Syntax.Shell;

/// <summary>$NAME, ${NAME} or ${NAME:-word} (POSIX shell, 2.6.2; bash manual, "Shell Parameter Expansion").</summary>
/// <param name="span">Where it stands, from $ on.</param>
/// <param name="name">The variable, the digits of an argument, or one of @ * # ? - $ !</param>
/// <param name="operation">What stands behind the name: "" or ":-", "-", ":=", "##", "//", "^^", ":" …</param>
/// <param name="operand">What stands behind the operation; null where there is no operation.</param>
public sealed class ShellParameter(SourceSpan span, string name, string operation, ShellWord? operand)
    : ShellWordPart(span)
{
    /// <summary>The variable, the digits of an argument, or one of @ * # ? - $ !</summary>
    public string Name { get; } = name;

    /// <summary>What stands behind the name: "" or ":-", "-", ":=", "##", "//", "^^", ":" …</summary>
    public string Operation { get; } = operation;

    /// <summary>What stands behind the operation; null where there is no operation.</summary>
    public ShellWord? Operand { get; } = operand;

    /// <summary>${!NAME}: the name of what is read is in NAME.</summary>
    public bool IsIndirect { get; init; }

    /// <summary>${#NAME}: the length.</summary>
    public bool IsLength { get; init; }

    /// <summary>What stands in brackets behind the name of an array; null where nothing does.</summary>
    public ShellWord? Subscript { get; init; }

    /// <summary>Whether it is a variable rather than an argument or one of the shell's own parameters.</summary>
    public bool IsVariable => Name.Length > 0 && (char.IsAsciiLetter(Name[0]) || Name[0] == '_');

    /// <summary>Whether the operand stands in where the variable is unset: ":-", "-", ":=" and "=".</summary>
    public bool HasFallback => Operation is ":-" or "-" or ":=" or "=";

    /// <summary>Whether the fallback is also assigned: ":=" and "=".</summary>
    public bool AssignsFallback => Operation is ":=" or "=";

    public override IEnumerable<ShellNode> Children
    {
        get
        {
            if (Subscript is not null)
            {
                yield return Subscript;
            }

            if (Operand is not null)
            {
                yield return Operand;
            }
        }
    }
}
