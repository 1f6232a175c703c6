namespace Json.Schema;

/// <summary>How an instance is evaluated.</summary>
public sealed class EvaluationOptions
{
    /// <summary>Used where none are given.</summary>
    public static EvaluationOptions Default { get; } = new();

    /// <summary>How much the results say; the verdict alone unless told.</summary>
    public OutputFormat OutputFormat { get; set; }

    /// <summary>Makes <c>format</c> an assertion; otherwise it is one only where the dialect says so.</summary>
    public bool RequireFormatValidation { get; set; }

    /// <summary>Adds a message for an applicator (<c>anyOf</c>, <c>properties</c> …) that fails because a subschema did.</summary>
    public bool IncludeApplicatorErrors { get; set; }
}
