namespace Json.Schema;

/// <summary>A reference that leads nowhere.</summary>
public sealed class RefResolutionException : JsonSchemaException
{
    /// <summary>Without a place; for serialisers and tests.</summary>
    public RefResolutionException() { }

    /// <summary>Says what is wrong.</summary>
    public RefResolutionException(string message)
        : base(message) { }

    /// <summary>Says what is wrong, and what came before.</summary>
    public RefResolutionException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Says what is wrong with a reference.</summary>
    public RefResolutionException(Uri location, string problem)
        : base(location, problem) { }
}
