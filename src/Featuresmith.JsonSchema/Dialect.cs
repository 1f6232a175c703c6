namespace Json.Schema;

/// <summary>A version of the language: which keywords a schema may use and what they mean.</summary>
public sealed class Dialect
{
    internal Dialect(Uri id, Draft draft, Vocabularies vocabularies)
    {
        Id = id;
        Draft = draft;
        Vocabularies = vocabularies;
    }

    /// <summary>Draft-07 (2018).</summary>
    public static Dialect Draft07 { get; } =
        new(new Uri("http://json-schema.org/draft-07/schema#"), Draft.V7, Vocabularies.Standard);

    /// <summary>Draft 2019-09.</summary>
    public static Dialect Draft201909 { get; } =
        new(new Uri("https://json-schema.org/draft/2019-09/schema"), Draft.V201909, Vocabularies.Standard);

    /// <summary>Draft 2020-12.</summary>
    public static Dialect Draft202012 { get; } =
        new(new Uri("https://json-schema.org/draft/2020-12/schema"), Draft.V202012, Vocabularies.Standard);

    /// <summary>What a schema without <c>$schema</c> is taken for: 2020-12.</summary>
    public static Dialect Default => Draft202012;

    /// <summary>The <c>$schema</c> that chooses it.</summary>
    public Uri Id { get; }

    /// <summary>Whether keywords beside a <c>$ref</c> are passed over (draft-07 core, section 8.3).</summary>
    public bool RefIgnoresSiblingKeywords => Draft == Draft.V7;

    internal Draft Draft { get; }

    internal Vocabularies Vocabularies { get; }
}
