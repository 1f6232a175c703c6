using System.Collections.Concurrent;

namespace Json.Schema;

/// <summary>The formats that are known. What a registry lacks it looks up in <see cref="Global"/>.</summary>
public sealed class FormatRegistry
{
    private readonly ConcurrentDictionary<string, Format> formats = new(StringComparer.Ordinal);

    /// <summary>The registry that all others fall back to; it begins with the formats of the specification.</summary>
    public static FormatRegistry Global { get; } = CreateGlobal();

    /// <summary>Makes a format known, or takes the place of one with the same key. Schemas read before keep theirs.</summary>
    public void Register(Format format)
    {
        ArgumentNullException.ThrowIfNull(format);
        formats[format.Key] = format;
    }

    /// <summary>The format with a key, or null.</summary>
    public Format? Get(string key) =>
        formats.TryGetValue(key, out var own) ? own
        : this == Global ? null
        : Global.Get(key);

    private static FormatRegistry CreateGlobal()
    {
        var registry = new FormatRegistry();
        Array.ForEach(Formats.Standard, registry.Register);
        return registry;
    }
}
