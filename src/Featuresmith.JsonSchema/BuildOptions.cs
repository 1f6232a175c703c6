namespace Json.Schema;

/// <summary>How a schema is read.</summary>
public sealed class BuildOptions
{
    /// <summary>Used where none are given.</summary>
    public static BuildOptions Default { get; } = new();

    /// <summary>What a schema without <c>$schema</c> is taken for.</summary>
    public Dialect Dialect { get; set; } = Dialect.Default;

    /// <summary>Where references to other documents are looked up. Nothing is ever fetched.</summary>
    public SchemaRegistry SchemaRegistry { get; set; } = SchemaRegistry.Global;

    /// <summary>Where the meaning of <c>format</c> is looked up.</summary>
    public FormatRegistry FormatRegistry { get; set; } = FormatRegistry.Global;
}
