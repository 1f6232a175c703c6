using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>What every template sees without being given it.</summary>
internal sealed class BuiltinFunctions : ScriptObject
{
    public BuiltinFunctions()
    {
        this["include"] = new IncludeFunction();
        this["empty"] = EmptyObject.Instance;
    }
}

/// <summary>Built-ins of the package that this stand-in leaves out, refused by name.</summary>
internal static class RefusedBuiltins
{
    private static readonly HashSet<string> Names = ["date", "timespan", "html"];

    public static bool Contains(string name) => Names.Contains(name);
}
