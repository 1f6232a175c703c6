namespace Json.Schema.Patterns;

/// <summary>Reads <c>*</c>, <c>+?</c>, <c>{2,5}</c> and their like.</summary>
internal static class QuantifierReader
{
    /// <summary>The quantifier as .NET writes it, which is the same; null where none stands here.</summary>
    public static string? TryRead(PatternReader reader)
    {
        var start = reader.Position;
        var quantifier = reader.TryTakeAny("*", "+", "?") ?? TryReadBraces(reader);
        if (quantifier is null)
        {
            reader.Return(start);
            return null;
        }

        return reader.TryTake('?') ? quantifier + '?' : quantifier;
    }

    private static string? TryReadBraces(PatternReader reader)
    {
        if (!reader.TryTake('{') || reader.TryTakeDigits() is not { } least)
        {
            return null;
        }

        if (reader.TryTake('}'))
        {
            return $"{{{least}}}";
        }

        if (!reader.TryTake(','))
        {
            return null;
        }

        var most = reader.TryTakeDigits();
        if (!reader.TryTake('}'))
        {
            return null;
        }

        return most < least
            ? throw new FormatException($"{{{least},{most}}} asks for at least more than at most")
            : $"{{{least},{most}}}";
    }
}
