using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>What every template sees without being given it.</summary>
internal sealed class BuiltinFunctions : ScriptObject
{
    private static readonly ArrayFunctions Array = [];
    private static readonly MathFunctions Math = [];
    private static readonly ObjectFunctions Object = [];
    private static readonly RegexFunctions Regex = [];
    private static readonly StringFunctions String = [];

    public BuiltinFunctions()
    {
        this["array"] = Array;
        this["math"] = Math;
        this["object"] = Object;
        this["regex"] = Regex;
        this["string"] = String;
        this["include"] = new IncludeFunction();
        this["empty"] = EmptyObject.Instance;
    }
}
