using NUnit.Framework;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using Shouldly;

namespace Featuresmith.Tests.Scriban;

/// <summary>Short ways to render in tests.</summary>
internal static class Templates
{
    public static string Render(string text, params (string Name, object? Value)[] variables) =>
        Render(text, new TemplateContext(), variables);

    public static string Render(string text, TemplateContext context, params (string Name, object? Value)[] variables)
    {
        var model = new ScriptObject();
        foreach (var (name, value) in variables)
        {
            model[name] = value;
        }

        var template = Template.Parse(text, "t");
        context.PushGlobal(model);
        return template.HasErrors ? $"{template.Messages}" : template.Render(context);
    }

    /// <summary>The error that a render ends with, as people see it.</summary>
    public static string Error(string text, TemplateContext? context = null) =>
        Should.Throw<ScriptRuntimeException>(() => Render(text, context ?? new TemplateContext())).Message;
}

/// <summary>Templates in memory.</summary>
internal sealed class MemoryLoader(Dictionary<string, string> templates) : ITemplateLoader
{
    public string? GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) =>
        templates.ContainsKey(templateName) ? templateName : null;

    public string? Load(TemplateContext context, SourceSpan callerSpan, string templatePath) => templates[templatePath];
}
