using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban;

/// <summary>A parsed template.</summary>
public sealed class Template
{
    private readonly ScriptBlockStatement page;

    private Template(string? sourceFilePath, ScriptBlockStatement page, LogMessageBag messages)
    {
        SourceFilePath = sourceFilePath;
        this.page = page;
        Messages = messages;
    }

    /// <summary>The path that was given to <see cref="Parse"/>.</summary>
    public string? SourceFilePath { get; }

    /// <summary>What is wrong with the text, each message with its place.</summary>
    public LogMessageBag Messages { get; }

    /// <summary>Whether the text has errors; a template with errors cannot be rendered.</summary>
    public bool HasErrors => Messages.HasErrors;

    /// <summary>Reads a template. Never throws on what the text says.</summary>
    /// <param name="text">The template.</param>
    /// <param name="sourceFilePath">A name for messages.</param>
    /// <param name="parserOptions">Limits.</param>
    /// <param name="lexerOptions">Template or code only.</param>
    public static Template Parse(
        string text,
        string? sourceFilePath = null,
        ParserOptions? parserOptions = null,
        LexerOptions? lexerOptions = null
    )
    {
        ArgumentNullException.ThrowIfNull(text);
        var source = new SourceText(text, sourceFilePath ?? "<input>");
        var messages = new LogMessageBag();
        var mode = (lexerOptions ?? new LexerOptions()).Mode;
        var page = Parser.Parse(source, mode, parserOptions ?? new ParserOptions(), messages);
        return new Template(sourceFilePath, page, messages);
    }

    /// <summary>Refuses: the Liquid language is not part of this stand-in.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public static Template ParseLiquid(string text, string? sourceFilePath = null) =>
        throw new NotSupportedException("Liquid templates are not supported; write the template in Scriban");

    /// <summary>The value of an expression (or of the last statement of a script).</summary>
    /// <exception cref="InvalidOperationException">The expression does not parse.</exception>
    /// <exception cref="ScriptRuntimeException">It cannot be evaluated.</exception>
    public static object? Evaluate(string expression, TemplateContext context) =>
        Parse(expression, lexerOptions: new LexerOptions { Mode = ScriptMode.ScriptOnly }).Evaluate(context);

    /// <summary>The value of the last statement; nothing is printed.</summary>
    /// <exception cref="InvalidOperationException">The template has errors.</exception>
    /// <exception cref="ScriptRuntimeException">The render cannot go on.</exception>
    public object? Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        ThrowIfErrors();
        var output = context.EnableOutput;
        context.EnableOutput = false;
        try
        {
            return context.Run(page);
        }
        finally
        {
            context.EnableOutput = output;
        }
    }

    /// <summary>Renders to a string, or, inside an output that was pushed, to that output and to an empty string.</summary>
    /// <exception cref="InvalidOperationException">The template has errors.</exception>
    /// <exception cref="ScriptRuntimeException">The render cannot go on: the message says where and why.</exception>
    public string Render(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        ThrowIfErrors();
        return context.RenderToString(page);
    }

    /// <summary>Renders with the members of one object.</summary>
    public string Render(Runtime.ScriptObject? model = null)
    {
        var context = new TemplateContext();
        context.PushGlobal(model ?? []);
        return Render(context);
    }

    /// <summary>Renders to an output.</summary>
    /// <exception cref="InvalidOperationException">The template has errors.</exception>
    /// <exception cref="ScriptRuntimeException">The render cannot go on; the output has what came before.</exception>
    internal void PrintIncluded(TemplateContext context) => context.RunIncluded(page);

    private void ThrowIfErrors()
    {
        if (HasErrors)
        {
            throw new InvalidOperationException($"The template has errors:\n{Messages}");
        }
    }
}
