namespace Featuresmith.Publishing;

/// <summary>Is told how publishing goes on; from several threads.</summary>
public interface IPublishObserver
{
    /// <summary>A Feature's upload begins.</summary>
    /// <param name="id">The Feature.</param>
    /// <param name="bytes">How many bytes of archives go out at most.</param>
    void Begun(string id, long bytes);

    /// <summary>Bytes arrived; a negative number takes back what has to be sent again.</summary>
    void Sent(string id, long bytes);

    /// <summary>Publishing was asked to stop, and goes on until no tag is half-way any more.</summary>
    void Stopping();

    /// <summary>A Feature is done, well or not.</summary>
    void Ended(FeatureResult result);
}
