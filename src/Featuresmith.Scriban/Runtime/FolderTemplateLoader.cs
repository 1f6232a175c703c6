using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>
/// Loads templates from folders, and from nowhere else: a name with <c>..</c>, an absolute name and a link that leads out
/// of its folder are refused. The package leaves this to its users (runtime/includes.md); this class shows no more than
/// <see cref="ITemplateLoader"/> and can go with its user when the package takes this project's place.
/// </summary>
/// <param name="roots">The folders, searched in this order.</param>
public sealed class FolderTemplateLoader(params string[] roots) : ITemplateLoader
{
    // As many as Linux follows (path_resolution(7)).
    private const int MostLinks = 40;

    private readonly string[] folders = [.. roots.Select(Path.GetFullPath)];

    /// <inheritdoc/>
    public string? GetPath(TemplateContext context, SourceSpan callerSpan, string templateName)
    {
        ArgumentNullException.ThrowIfNull(templateName);
        var segments = templateName.Split('/');
        if (
            Path.IsPathRooted(templateName)
            || segments.Any(s => s is "" or "." or "..")
            || HasForeignCharacters(templateName)
        )
        {
            throw new ScriptRuntimeException(
                callerSpan,
                $"The template name `{templateName}` is refused: it must be a path within the template folders, "
                    + "with `/` and without `..`"
            );
        }

        foreach (var folder in folders)
        {
            var path = Path.Combine([folder, .. segments]);
            if (!File.Exists(path))
            {
                continue;
            }

            var links = 0;
            var inside = RealPath(folder, ref links) + Path.DirectorySeparatorChar;
            return RealPath(path, ref links).StartsWith(inside, StringComparison.Ordinal)
                ? path
                : throw new ScriptRuntimeException(
                    callerSpan,
                    $"The template `{templateName}` is refused: it is a link that leads out of its folder"
                );
        }

        return null;
    }

    /// <inheritdoc/>
    public string? Load(TemplateContext context, SourceSpan callerSpan, string templatePath)
    {
        try
        {
            return File.ReadAllText(templatePath);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ScriptRuntimeException(
                callerSpan,
                $"The template `{templatePath}` cannot be read: {problem.Message}",
                problem
            );
        }
    }

    private static bool HasForeignCharacters(string name) => name.AsSpan().IndexOfAny('\\', ':', '\0') >= 0;

    // The path with every link on the way followed.
    private static string RealPath(string path, ref int links)
    {
        var real = Path.GetPathRoot(path)!;
        foreach (
            var segment in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries)
        )
        {
            real = Path.Combine(real, segment);
            if (new FileInfo(real).LinkTarget is { } target && ++links <= MostLinks)
            {
                real = RealPath(Path.GetFullPath(target, Path.GetDirectoryName(real)!), ref links);
            }
        }

        return real;
    }
}
