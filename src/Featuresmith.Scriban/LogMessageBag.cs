using System.Collections;
using Scriban.Parsing;

namespace Scriban;

/// <summary>The messages of one parse, in the order in which they were found.</summary>
public sealed class LogMessageBag : IReadOnlyList<LogMessage>
{
    private readonly List<LogMessage> messages = [];

    /// <inheritdoc/>
    public int Count => messages.Count;

    /// <summary>True once an error was added.</summary>
    public bool HasErrors { get; private set; }

    /// <inheritdoc/>
    public LogMessage this[int index] => messages[index];

    /// <summary>Adds one message.</summary>
    public void Add(LogMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        HasErrors |= message.Type == ParserMessageType.Error;
        messages.Add(message);
    }

    /// <inheritdoc/>
    public IEnumerator<LogMessage> GetEnumerator() => messages.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>One message a line.</summary>
    public override string ToString() => string.Join('\n', messages);
}
