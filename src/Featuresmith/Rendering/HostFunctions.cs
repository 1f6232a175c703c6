using Scriban.Runtime;
using Scriban.Syntax;

namespace Featuresmith.Rendering;

/// <summary>The functions that this product gives to templates, beside the language's own.</summary>
internal static class HostFunctions
{
    /// <summary>
    /// <c>to_json</c>: any value as JSON, two blanks a level. <c>sh_quote</c>: a text, number or boolean as one word of
    /// any POSIX shell.
    /// </summary>
    public static ScriptObject Create()
    {
        var functions = new ScriptObject();
        functions.Import("to_json", (_, _, value) => TemplateJson.Write(value));
        functions.Import(
            "sh_quote",
            (_, span, value) =>
                value is null or ScriptArray or ScriptObject
                    ? throw new ScriptRuntimeException(span, "sh_quote takes a text, a number or a boolean")
                    : ShellWord.Quote(value is bool boolean ? (boolean ? "true" : "false") : $"{value}")
        );
        return functions;
    }
}
