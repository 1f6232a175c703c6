using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>
/// <c>include name arguments…</c> (language.md, section 9.11). The name is <c>$0</c> of the included template, the
/// arguments follow it, and a named argument is also a local variable of its name.
/// </summary>
internal sealed class IncludeFunction : IScriptCustomFunction
{
    public int RequiredParameterCount => 0;

    public int ParameterCount => 0;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

    public Type ReturnType => typeof(string);

    public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), $"arg{index}");

    /// <summary>The included template as a string.</summary>
    public object? Invoke(
        TemplateContext context,
        ScriptNode? callerContext,
        ScriptArray arguments,
        ScriptBlockStatement? blockStatement
    ) => Render(context, callerContext!, arguments);

    /// <summary>Prints the included template at once.</summary>
    public static void Print(TemplateContext context, ScriptNode call, ScriptArray arguments)
    {
        var template = Find(context, call, arguments);
        context.PrintNested(() => Run(context, call, template, arguments));
    }

    public static string Render(TemplateContext context, ScriptNode call, ScriptArray arguments)
    {
        var template = Find(context, call, arguments);
        return context.Capture(() => Run(context, call, template, arguments), detached: true);
    }

    private static object? Run(TemplateContext context, ScriptNode call, Template template, ScriptArray arguments)
    {
        using var scope = context.EnterFunction(call, null, arguments);
        foreach (var name in (call as CallExpression)?.Named.Select(argument => argument.Name) ?? [])
        {
            scope.SetLocal(name, arguments.ScriptObject[name]);
        }

        template.PrintIncluded(context);
        return null;
    }

    private static Template Find(TemplateContext context, ScriptNode call, ScriptArray arguments)
    {
        if (arguments[0] is not string { Length: > 0 } name)
        {
            throw call.Error("Include template name cannot be null or empty");
        }

        var loader =
            context.TemplateLoader
            ?? throw call.Error(
                $"Unable to include <{name}>. No TemplateLoader registered in TemplateContext.TemplateLoader"
            );
        var path = loader.GetPath(context, call.Span, name) ?? throw call.Error($"There is no template `{name}`");
        if (!context.CachedTemplates.TryGetValue(path, out var template))
        {
            var text = loader.Load(context, call.Span, path) ?? throw call.Error($"There is no template `{name}`");
            template = Template.Parse(text, path);
            context.CachedTemplates[path] = template;
        }

        return template.HasErrors
            ? throw new ScriptParserRuntimeException(
                call.Span,
                $"Error while parsing template `{path}`",
                template.Messages
            )
            : template;
    }
}
