using Featuresmith.Sources;
using Featuresmith.Syntax.Shell;

namespace Featuresmith.Validation;

/// <summary>One file of a Feature's folder.</summary>
public sealed class FeatureFile(string path, bool isExecutable, Func<SourceText> text)
{
    private readonly Lazy<SourceText> source = new(text);
    private ShellScript? script;

    /// <summary>The path below the Feature's folder, with forward slashes.</summary>
    public string Path { get; } = path;

    /// <summary>Whether its owner may execute it.</summary>
    public bool IsExecutable { get; } = isExecutable;

    /// <summary>Whether group and others may read it, as users other than root must.</summary>
    public bool IsReadableByAll { get; init; } = true;

    /// <summary>The size in bytes.</summary>
    public long Length { get; init; }

    /// <summary>Where it leads to, as stored, if it is a symbolic link; else null.</summary>
    public string? LinkTarget { get; init; }

    /// <summary>The text; empty where a link leads to no file, and of a file that is larger than any text that people write. Bytes that are not UTF-8 become U+FFFD.</summary>
    public SourceText Source => source.Value;

    /// <summary>The text, read as a shell script.</summary>
    public ShellScript Script => script ??= ShellScript.Read(Source);
}
