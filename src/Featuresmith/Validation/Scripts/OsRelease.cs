using Featuresmith.Syntax.Shell;

namespace Featuresmith.Validation.Scripts;

/// <summary>Scripts that source os-release(5), which assigns VERSION, NAME and more.</summary>
public static class OsRelease
{
    private static readonly string[] Files = ["/etc/os-release", "/usr/lib/os-release", "/etc/lsb-release"];

    /// <summary>Whether this is the sourcing of such a file.</summary>
    public static bool IsSourced(ShellEvent happening) =>
        happening.Kind == ShellEventKind.Source
        && Files.Contains(((ShellSimpleCommand)happening.Node).Words[1].Literal);
}
