using Scriban.Functions;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>
/// What templates see while they are rendered, and how far they may go. Not for several threads at once; one context may
/// render many templates, one after the other.
/// </summary>
public sealed partial class TemplateContext
{
    /// <summary>A context with the built-in functions and an empty object for what templates assign.</summary>
    public TemplateContext()
        : this(null) { }

    /// <summary>A context with other built-ins; see <see cref="GetDefaultBuiltinObject"/>.</summary>
    public TemplateContext(ScriptObject? builtin)
    {
        BuiltinObject = builtin ?? GetDefaultBuiltinObject();
        globals.Add(new ScriptObject());
    }

    /// <summary>What templates see below everything else.</summary>
    public ScriptObject BuiltinObject { get; }

    /// <summary>Finds the templates that <c>include</c> names.</summary>
    public ITemplateLoader? TemplateLoader { get; set; }

    /// <summary>The included templates that were already parsed, by the loader's path.</summary>
    public Dictionary<string, Template> CachedTemplates { get; } = new(StringComparer.Ordinal);

    /// <summary>Makes an unknown variable an error. Default false.</summary>
    public bool StrictVariables { get; set; }

    /// <summary>Lets an absent member of an object be null. Default true; false makes it an error.</summary>
    public bool EnableRelaxedMemberAccess { get; set; } = true;

    /// <summary>Lets members and items of null be null. Default false: an error.</summary>
    public bool EnableRelaxedTargetAccess { get; set; }

    /// <summary>Lets an index beyond the end give null. Default true; false makes it an error.</summary>
    public bool EnableRelaxedIndexerAccess { get; set; } = true;

    /// <summary>Whether anything is printed. Default true.</summary>
    public bool EnableOutput { get; set; } = true;

    /// <summary>The object that unprefixed names are written to.</summary>
    public IScriptObject CurrentGlobal => globals[^1];

    internal FlowState FlowState { get; set; }

    /// <summary>A fresh object with <c>array</c>, <c>math</c>, <c>object</c>, <c>regex</c>, <c>string</c>, <c>include</c>.</summary>
    public static ScriptObject GetDefaultBuiltinObject() => new BuiltinFunctions();

    /// <summary>Puts an object on top: its members are variables, and assignments go to it.</summary>
    public void PushGlobal(IScriptObject scriptObject)
    {
        ArgumentNullException.ThrowIfNull(scriptObject);
        globals.Add(scriptObject);
    }

    /// <summary>Takes away the object that was pushed last.</summary>
    /// <exception cref="InvalidOperationException">None was pushed.</exception>
    public IScriptObject PopGlobal()
    {
        if (globals.Count == 1)
        {
            throw new InvalidOperationException("There is no global to pop");
        }

        var popped = globals[^1];
        globals.RemoveAt(globals.Count - 1);
        return popped;
    }

    internal object? Run(ScriptBlockStatement page)
    {
        StartRun();
        try
        {
            return page.Execute(this);
        }
        finally
        {
            EndRun();
        }
    }

    internal void RunIncluded(ScriptBlockStatement page)
    {
        var result = page.Execute(this);
        FlowState = FlowState.None;
        if (result is not null && EnableOutput)
        {
            Write(page, result);
        }
    }

    internal object? CallIfFunction(ScriptNode caller, object? value) =>
        value is IScriptCustomFunction function ? CallWithoutArguments(function, caller) : value;

    internal object? Call(IScriptCustomFunction function, CallExpression call, ScriptArray arguments)
    {
        Step(call);
        return function.Invoke(this, call, ArgumentBinder.Bind(function, call, arguments), null);
    }

    /// <summary>Calls a function with plain values, as <c>array.each</c> does.</summary>
    internal object? Call(IScriptCustomFunction function, ScriptNode caller, params ReadOnlySpan<object?> values)
    {
        Step(caller);
        var call = new CallExpression(caller.Source, caller.Start, caller.End, CalleeOf(caller), [], [], isPipe: false);
        var arguments = new ScriptArray(values.Length);
        foreach (var value in values)
        {
            arguments.Add(value);
        }

        return function.Invoke(this, caller, ArgumentBinder.Bind(function, call, arguments), null);
    }

    private static ScriptExpression CalleeOf(ScriptNode caller) =>
        caller is CallExpression call
            ? call.Callee
            : caller as ScriptExpression ?? new LiteralExpression(caller.Source, caller.Start, caller.End, null);

    private object? CallWithoutArguments(IScriptCustomFunction function, ScriptNode caller) =>
        Call(function, caller, []);
}
