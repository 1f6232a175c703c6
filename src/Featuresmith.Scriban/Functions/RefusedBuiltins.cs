namespace Scriban.Functions;

/// <summary>Built-ins of the package that this stand-in leaves out, refused by name.</summary>
internal static class RefusedBuiltins
{
    private static readonly HashSet<string> Names = ["date", "timespan", "html", "include_join"];

    public static bool Contains(string name) => Names.Contains(name);
}
