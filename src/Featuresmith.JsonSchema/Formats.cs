namespace Json.Schema;

/// <summary>The formats of the specification (2020-12 validation, section 7.3), and where to add one's own.</summary>
public static class Formats
{
    internal static Format[] Standard { get; } = [];

    /// <summary>Makes a format known to every schema that is read from now on.</summary>
    public static void Register(Format format) => FormatRegistry.Global.Register(format);

    /// <summary>The format with a key, or null.</summary>
    public static Format? Get(string key) => FormatRegistry.Global.Get(key);
}
